#!/bin/sh
# SPDX-License-Identifier: MIT
# How long does generating a month take: 200 people, 79 counters that are all covered, every working day of a month? The plan
# alone; the whole of `banshi roster generate` with reading and writing; and beside it what a roster without a planner costs,
# a SQL round trip a day that gives each counter the person of its department with the fewest duties (without rest, skills,
# fairness over days). Medians.
set -eu
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
rounds=${ROUNDS:-5}
"${abs_top_builddir:?}/tests/bench/roster"
cluster_start -c fsync=on
export PGOPTIONS='-c client_min_messages=warning'
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
now_ms() { date +%s%3N; }
psql <<'SQL' > /dev/null
insert into banshi.centre (id, name, organ, organ_short) values (530111001, '测试中心', '测试局', '测');
insert into banshi.department (centre, name) select 530111001, '部门' || i from generate_series(1, 20) as i;
insert into banshi.queue (centre, code, name, department)
select 530111001, chr(64 + d.id::int), d.name, d.id from banshi.department as d;
insert into banshi.staff (centre, login, name, role, department)
select 530111001, 'clerk' || i, '员' || i, 'clerk', 1 + i % 20 from generate_series(1, 200) as i;
insert into banshi.staff (centre, login, name, role) values (530111001, 'sue', '督导', 'supervisor');
insert into banshi.counter (centre, department, number, name) select 530111001, 1 + i % 20, i, '窗口' from generate_series(1, 79) as i;
insert into banshi.queue_counter (centre, queue, counter)
select 530111001, q.id, c.id from banshi.counter as c join banshi.queue as q on q.department = c.department;
insert into banshi.calendar_year (centre, year, published, working_days) select 530111001, y, true, 0 from generate_series(2026, 2099) as y;
update banshi.roster_kind set share = 100;
insert into banshi.absence (centre, staff, kind, first, last)
select 530111001, s.id, 'leave', rule.today(530111001) + s.id::int % 40, rule.today(530111001) + s.id::int % 40 + 5 from banshi.staff as s where s.id
    % 6 = 0;
create role sue login in role banshi_supervisor;
create table public.duty (day date, counter bigint, staff bigint);
SQL
psql -c analyze
month=$(psql -c "select to_char(date_trunc('month', rule.today(530111001)) + interval '1 month', 'YYYY-MM')")
for _ in $(seq "$rounds"); do
    psql -c "delete from banshi.roster_duty" > /dev/null
    from=$(now_ms)
    "$BANSHI" -U sue roster generate "$month" > /dev/null
    echo $(($(now_ms) - from)) >> "$cluster_dir/generate"
    psql -c "truncate public.duty" > /dev/null
    from=$(now_ms)
    psql -c "select g::date from generate_series('$month-01'::date, '$month-01'::date + interval '1 month - 1 day', '1 day') as g
             where extract(isodow from g) < 6" | while read -r day; do
        cat <<SQL
insert into public.duty
select '$day', c.id, s.id
from (select c.id, c.department, row_number() over (partition by c.department order by c.id) as n from banshi.counter as c) as c
join (select s.id, s.department,
             row_number() over (partition by s.department
                                order by (select count(*) from public.duty as d where d.staff = s.id), s.id) as n
      from banshi.staff as s
      where s.role = 'clerk' and rule.absence_of(1, s.id, '$day') is null) as s using (department, n);
SQL
    done | psql > /dev/null
    echo $(($(now_ms) - from)) >> "$cluster_dir/daily"
done
printf 'roster: a month generated, read, planned, explained and written (%s duties): %d ms; a SQL round trip a day: %d ms\n' \
    "$(psql -c "select count(*) from banshi.roster_duty")" "$(median < "$cluster_dir/generate")" \
    "$(median < "$cluster_dir/daily")"
