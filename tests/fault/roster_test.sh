#!/bin/sh
# SPDX-License-Identifier: MIT
# Norm 7.3: eight leads at once assign people to the duties of a day, at random and without looking, while others note and remove
# absences: nobody is in two places, no place has two people, nobody absent has a duty; and of two who change one duty that
# both saw, one is told.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start -c fsync=off -c max_connections=100 || { echo "1..0"; exit 1; }
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
psql > /dev/null <<'SQL'
insert into banshi.centre (id, name, organ, organ_short) values (530111001, '测试中心', '测试局', '测');
insert into banshi.department (centre, name) values (530111001, '部门');
insert into banshi.queue (centre, code, name, comprehensive) values (530111001, 'A', '综合', true);
insert into banshi.staff (centre, login, name, role, department)
select 530111001, 'clerk' || i, '员' || i, 'clerk', 1 from generate_series(1, 6) as i
union all
select 530111001, 'lead' || i, '长' || i, 'supervisor', 1 from generate_series(1, 8) as i;
insert into banshi.counter (centre, department, number, name) select 530111001, 1, i, '窗口' from generate_series(1, 10) as i;
insert into banshi.queue_counter (centre, queue, counter) select 530111001, 1, c.id from banshi.counter as c;
insert into banshi.roster (centre, kind, month) values (530111001, 'lunch', date_trunc('month', rule.today(530111001) + 1));
insert into banshi.roster_duty (centre, roster, day, counter, time, changed_by, changed_at)
select 530111001, r.id, rule.today(530111001) + 1, c.id, tstzrange(now() + interval '30 hours', now() + interval '31 hours'), 7, now()
from banshi.counter as c, banshi.roster as r;
select format('create role lead%s login in role banshi_supervisor', i) from generate_series(1, 8) as i \gexec
create table public.tally (what text);
-- what is refused by the rules is counted; anything else ends the client
create function public.try(duty bigint, login text) returns void language plpgsql as $$
begin
    perform from api.roster_assign(gen_random_uuid(), duty, null, login, null);
    insert into public.tally values ('assigned');
exception when sqlstate 'BS030' then
    insert into public.tally values (case when sqlerrm like '%elsewhere%' then 'elsewhere' else 'absent' end);
end $$;
create function public.away(login text, back boolean) returns void language plpgsql as $$
begin
    if back then
        perform from api.absence as a, api.absence_remove(gen_random_uuid(), a.id) where a.login = away.login;
    else
        perform from api.absence_add(gen_random_uuid(), login, 'leave', rule.my_day() + 1, null, null, '');
    end if;
exception when sqlstate 'BS003' then
    null; -- somebody else has removed it
end $$;
grant usage on schema public to public;
grant insert on public.tally to public;
SQL
cat > "$cluster_dir/assign.sql" <<'SQL'
\set d random(1, 10)
\set s random(1, 6)
select public.try(:d, 'clerk' || :s);
SQL
cat > "$cluster_dir/absent.sql" <<'SQL'
\set s random(1, 6)
\set b random(0, 1)
select public.away('clerk' || :s, :b = 1);
SQL
run() {
    failed=0
    for i in 1 2 3 4 5 6 7 8; do
        case $i in [78]) file=absent ;; *) file=assign ;; esac
        "$PG_BINDIR/pgbench" -n -t 400 --max-tries=50 -f "$cluster_dir/$file.sql" -U "lead$i" > "$cluster_dir/out.$i" 2>&1 &
    done
    wait
    for i in 1 2 3 4 5 6 7 8; do
        grep -q "number of transactions actually processed: 400/400" "$cluster_dir/out.$i" || { grep -m 3 ERROR \
            "$cluster_dir/out.$i"; failed=1; }
    done
    return $failed
}
is() { [ "$(psql -c "$1")" = "$2" ] || { psql -c "$1"; return 1; }; }
expect "eight sessions assign, empty and note absences" run
expect "some were assigned, some refused as elsewhere, some as absent" is "select count(distinct what) from public.tally" 3
expect "norm_7_3: nobody is in two places" is \
    "select count(staff) - count(distinct staff) from banshi.roster_duty" 0
expect "norm_7_3: no place has two people" is \
    "select count(*) - count(distinct counter) from banshi.roster_duty" 0
expect "norm_7_3: nobody absent has a duty" is \
    "select count(*) from banshi.roster_duty where rule.absence_of(centre, staff, day) is not null" 0

# two supervisors saw the same version of one duty
psql -c "delete from banshi.absence; update banshi.roster_duty set staff = null, version = 1" > /dev/null
for i in 1 2; do
    psql -U "lead$i" -c "select pg_sleep(0.1); select from api.roster_assign(gen_random_uuid(), 1, 1, 'clerk$i', null)" \
        > "$cluster_dir/edit.$i" 2>&1 &
done
wait
expect "norm_7_3: of two edits of one version, one is told who was faster" \
    sh -c "cat '$cluster_dir'/edit.* | grep -q '1 · .* · 员[12] · by · 长[12]'"
expect "and only one was made" is "select version from banshi.roster_duty where id = 1" 2
finish
