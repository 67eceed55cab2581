#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast is `call next` beside a plain one-row UPDATE by primary key? Both on the same server with the same durability, in
# interleaved rounds; each clerk is a process and a role of its own. A clerk calls next and
# then ends the visit by a bare update; the rate is that of the first statement alone, from pgbench's latencies. Medians.
# The planner's statistics are those of the beginning of a day: nothing is analysed meanwhile.
set -eu
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-3}
cluster_start -c fsync=on -c synchronous_commit=on -c max_connections=200
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }

psql -v n=32 <<'SQL'
insert into banshi.centre (name, organ, organ_short) values ('测试中心', '测试局', '测');
insert into banshi.priority (centre, code, name, letter, head_start) values (1, 'ordinary', '普通', '', '0');
insert into banshi.department (centre, name) values (1, '部门');
insert into banshi.queue (centre, code, name, comprehensive) values (1, 'A', '综合', true);
insert into banshi.staff (centre, login, name, role) select 1, 'clerk' || i, '员' || i, 'clerk' from generate_series(1, :n) as i;
insert into banshi.counter (centre, department, number, name, state, staff)
select 1, d.id, s.id, '窗口', 'open', s.id from banshi.staff as s, banshi.department as d;
insert into banshi.queue_counter (centre, queue, counter) select 1, q.id, c.id from banshi.queue as q, banshi.counter as c;
insert into banshi.ticket (centre, day, number, queue, issued_at, sort_at)
select 1, banshi.today(1), 'A' || i, 1, now() - interval '1 hour' + i * interval '1 ms',
       now() - interval '1 hour' + i * interval '1 ms'
from generate_series(1, 300000) as i;
create table public.plain (id int primary key, state text not null, counter int, at timestamptz);
insert into public.plain select i, 'waiting', null, null from generate_series(1, 300000) as i;
-- the visit's end, as cheap as can be, so that the next call finds the counter free
create function public.finish() returns void language sql security definer as $$
    update banshi.ticket set state = 'done', ended_at = now()
    where centre = 1 and day = banshi.today(1) and counter = (select id from banshi.counter where staff = (banshi.me()).id)
      and state = 'called' $$;
grant usage on schema public to public;
grant select, update on public.plain to public;
vacuum banshi.ticket, public.plain;
checkpoint;
SQL
for i in $(seq 32); do psql -c "create role clerk$i login in role banshi_clerk"; done

cat > "$cluster_dir/call.sql" <<'SQL'
select * from api.ticket_call_next(gen_random_uuid());
select public.finish();
SQL
cat > "$cluster_dir/plain.sql" <<'SQL'
\set id random(1, 300000)
update public.plain set state = 'called', counter = :client_id, at = now() where id = :id returning *;
select 1;
SQL
# rate FILE CLERKS PATTERN: calls a second of the statement, all clerks together
rate() {
    for i in $(seq "$2"); do
        "$PG_BINDIR/pgbench" -n -M prepared -T "$seconds" -r -f "$1" -U "clerk$i" > "$cluster_dir/out.$i" 2>&1 &
    done
    wait
    cat "$cluster_dir"/out.* | awk -v pattern="$3" '$0 ~ pattern { sum += 1000 / $1 } END { printf "%d\n", sum }'
    rm -f "$cluster_dir"/out.*
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for clerks in 8 32; do
    : > "$cluster_dir/calls"
    : > "$cluster_dir/plains"
    for _ in $(seq "$rounds"); do
        rate "$cluster_dir/plain.sql" "$clerks" "state = 'called'" >> "$cluster_dir/plains"
        rate "$cluster_dir/call.sql" "$clerks" ticket_call_next >> "$cluster_dir/calls"
    done
    calls=$(median < "$cluster_dir/calls") plains=$(median < "$cluster_dir/plains")
    awk -v n="$clerks" -v c="$calls" -v p="$plains" 'BEGIN {
        printf "call next, %d clerks: %d/s; plain update: %d/s; ratio %.2f\n", n, c, p, c / p }'
done
