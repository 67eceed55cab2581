# SPDX-License-Identifier: MIT
# For benchmarks of acts: a server with the durability of a real one, one queue, and so many clerks at counters of their own:
# clerks_start NUMBER, after which `psql OPTION…` and `median` are there.
# shellcheck shell=sh
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

clerks_start() {
    cluster_start -c fsync=on -c synchronous_commit=on -c max_connections=200
    export PGOPTIONS='-c client_min_messages=warning'
    psql -v n="$1" <<'SQL'
insert into banshi.centre (id, name, organ, organ_short, issue_policy) values (530111001, '测试中心', '测试局', '测', 'always');
insert into banshi.priority (centre, code, name, letter, head_start) values (530111001, 'ordinary', '普通', '', '0');
insert into banshi.department (centre, name) values (530111001, '部门');
insert into banshi.queue (centre, code, name, comprehensive) values (530111001, 'A', '综合', true);
insert into banshi.staff (centre, login, name, role)
select 530111001, 'clerk' || i, '员' || i, 'clerk' from generate_series(1, :n) as i;
insert into banshi.counter (centre, department, number, name, state, staff)
select 530111001, d.id, s.id, '窗口', 'open', s.id from banshi.staff as s, banshi.department as d;
insert into banshi.queue_counter (centre, queue, counter)
select 530111001, q.id, c.id from banshi.queue as q, banshi.counter as c;
grant usage on schema banshi to public;
grant select, update on banshi.ticket to public;
-- bypassrls for the plain updates; a procedure runs as its owner in any case
select format('create role clerk%s login bypassrls in role banshi_clerk', i) from generate_series(1, :n) as i \gexec
SQL
}
