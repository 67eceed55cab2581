#!/bin/sh
# SPDX-License-Identifier: MIT
# 32 clients at once take and call 20,000 numbers of four queues, eight at each: none is called twice, none is lost, and the
# numbers have no gaps.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start -c fsync=off -c max_connections=100 || { echo "1..0"; exit 1; }
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
clients=32 each=625
psql -v n=$clients > /dev/null <<'SQL'
insert into banshi.centre (id, name, organ, organ_short, issue_policy) values (530111001, '测试中心', '测试局', '测', 'always');
insert into banshi.priority (centre, code, name, letter, head_start) values (530111001, 'ordinary', '普通', '', '0');
insert into banshi.department (centre, name) values (530111001, '部门');
insert into banshi.queue (centre, code, name) select 530111001, c, c || '队' from unnest(array['A', 'B', 'C', 'D']) as c;
insert into banshi.staff (centre, login, name, role) select 530111001, 'clerk' || i, '员' || i, 'clerk' from generate_series(1, :n) as i;
insert into banshi.counter (centre, department, number, name, state, staff)
select 530111001, d.id, s.id, '窗口', 'open', s.id from banshi.staff as s, banshi.department as d;
insert into banshi.queue_counter (centre, queue, counter) select 530111001, 1 + c.staff % 4, c.id from banshi.counter as c;
select format('create role clerk%s login in role banshi_clerk', i) from generate_series(1, :n) as i \gexec
create function public.finish() returns void language sql security definer as $$
    update banshi.ticket set state = 'done', ended_at = now()
    where centre = 530111001 and day = rule.today(530111001) and counter = (select id from banshi.counter where staff = (rule.me()).id)
      and state = 'called' $$;
grant usage on schema public to public;
SQL
cat > "$cluster_dir/clerk.sql" <<'SQL'
select id from api.ticket_issue(gen_random_uuid(), :queue, null, 'case', 'ordinary', null, null);
select id from api.ticket_call_next(gen_random_uuid());
select public.finish();
SQL
run_clerks() {
    failed=0
    for i in $(seq $clients); do
        "$PG_BINDIR/pgbench" -n -M prepared -t $each -D queue=$((1 + i % 4)) -f "$cluster_dir/clerk.sql" -U "clerk$i" > \
            "$cluster_dir/out.$i" 2>&1 &
    done
    wait
    for i in $(seq $clients); do
        grep -q "number of transactions actually processed: $each/$each" "$cluster_dir/out.$i" || {
            tail -3 "$cluster_dir/out.$i"
            failed=1
        }
    done
    return $failed
}
is() { [ "$(psql -c "$1")" = "$2" ] || { psql -c "$1"; return 1; }; }
total=$((clients * each))
expect "$clients clients take, call and finish $total numbers" run_clerks
expect "none is lost" is "select count(*) from banshi.ticket where state = 'done'" $total
expect "none is called twice" is \
    "select count(*) - count(distinct subject) from banshi.event where kind = 'called'" 0
expect "each was called" is "select count(distinct subject) from banshi.event where kind = 'called'" $total
expect "the numbers have no gaps" is \
    "select sum(n) from (select max(substr(number, 2)::int) - count(distinct number) as n from banshi.ticket group by queue) as q" 0
expect "every operation has its result" is "select count(*) from banshi.operation where result is null" 0
finish
