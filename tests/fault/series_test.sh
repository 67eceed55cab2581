#!/bin/sh
# SPDX-License-Identifier: MIT
# 32 clients issue documents at once, some are killed in the middle, some documents are voided: the series has no gaps, no
# number is given twice, and a void keeps its number (norm 6.4).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start -c fsync=off -c max_connections=100 || { echo "1..0"; exit 1; }
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
clients=32 each=100
psql -v n=$clients > /dev/null <<'SQL'
insert into banshi.centre (id, name, organ, organ_short, issue_policy) values (530111001, '测试中心', '测试局', '测', 'always');
insert into banshi.priority (centre, code, name, letter, head_start) values (530111001, 'ordinary', '普通', '', '0');
insert into banshi.department (centre, name) values (530111001, '部门');
insert into banshi.queue (centre, code, name, comprehensive) values (530111001, 'A', '综合', true);
insert into banshi.item (centre, code, name, department, queue) values (530111001, '1', '事项', 1, 1);
insert into banshi.staff (centre, login, name, role) select 530111001, 'clerk' || i, '员' || i, 'clerk' from generate_series(1, :n) as i;
select format('create role clerk%s login in role banshi_clerk', i) from generate_series(1, :n) as i \gexec
SQL
# the sum makes a killed client leave its transaction open for a while, with the number taken
cat > "$cluster_dir/issue.sql" <<'SQL'
begin;
select number from api.document_write(gen_random_uuid(), 'enquiry', null, 1, '{}');
select sum(i) from generate_series(1, 2000) as i;
commit;
SQL
cat > "$cluster_dir/void.sql" <<'SQL'
select v.number from api.document_write(gen_random_uuid(), 'enquiry', null, 1, '{}') as d, api.document_void(gen_random_uuid(),
    d.id, '有误', true) as v;
SQL
start() { # start CLIENT SCRIPT
    "$PG_BINDIR/pgbench" -n -t $each -f "$cluster_dir/$2" -U "clerk$1" > "$cluster_dir/out.$1" 2>&1 &
}
issued() { psql -c "select count(*) from banshi.document"; }
# clients 1 to 8 are killed when some documents are there: half of them themselves, half by their server process
run_clerks() {
    killed=
    for i in $(seq $clients); do
        if [ "$i" -gt 28 ]; then start "$i" void.sql; else start "$i" issue.sql; fi
        [ "$i" -gt 4 ] || killed="$killed $!"
    done
    until [ "$(issued)" -ge 200 ]; do sleep 0.05; done
    kill -9 $killed
    psql -c "select count(pg_terminate_backend(pid)) from pg_stat_activity
        where usename in ('clerk5', 'clerk6', 'clerk7', 'clerk8')"
    wait
    for i in $(seq 9 $clients); do
        grep -q "number of transactions actually processed: $each/$each" "$cluster_dir/out.$i" || { tail -3 \
            "$cluster_dir/out.$i"; return 1; }
    done
}
is() { [ "$(psql -c "$1")" = "$2" ] || { psql -c "$1"; return 1; }; }
interrupted() { grep -L "number of transactions actually processed: $each/$each" "$cluster_dir"/out.[1-8] | wc -l; }
expect "$clients clients issue documents" run_clerks
expect "eight of them were interrupted" [ "$(interrupted)" = 8 ]
expect "norm_6_4: the series has no gaps" is "select max(n) = count(*) and min(n) = 1 from banshi.document" t
expect "no number was given twice" is "select count(*) = count(distinct number) from banshi.document" t
expect "the counter says the last number" is "select last = (select max(n) from banshi.document) from banshi.document_number" t
expect "what was acknowledged is there" is "select count(*) >= 20 * $each + 4 * 2 * $each from banshi.document" t
expect "voids keep their numbers" is "select count(*) from banshi.document where state = 'voided'" $((4 * each))
expect "each has one that replaces it" is \
    "select count(*) from banshi.document as d join banshi.document as v on v.id = d.voids and v.state = 'voided' and d.n > v.n" \
        $((4 * each))
expect "every operation has its result" is "select count(*) from banshi.operation where result is null" 0
finish
