#!/bin/sh
# SPDX-License-Identifier: MIT
# What does a visit cost: call, serve and done, each with its event, operation id and notification in its transaction, beside three
# plain one-row updates of a ticket by primary key? On one server with the same durability, in interleaved rounds of a fresh day; each
# clerk is a process and a role of its own. Medians of visits a second.
set -eu
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
rounds=${ROUNDS:-5} visits=${VISITS:-4000} # of all clerks together in a round
cluster_start -c fsync=on -c synchronous_commit=on -c max_connections=200
export PGOPTIONS='-c client_min_messages=warning'
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }

psql -v n=8 <<'SQL'
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
# as the program acts: committed without waiting, then waiting for the disk
for act in call_next serve "done"; do
    echo "select * from api.ticket_$act(gen_random_uuid());
select set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'banshi', '');"
done > "$cluster_dir/visit.sql"
fresh_day() {
    psql <<SQL
truncate banshi.ticket cascade;
insert into banshi.ticket (centre, day, number, queue, issued_at, sort_at)
select 530111001, rule.today(530111001), 'A' || i, 1, now() - interval '1 hour' + i * interval '1 ms',
       now() - interval '1 hour' + i * interval '1 ms'
from generate_series(1, $visits + 1) as i;
vacuum analyze banshi.ticket, banshi.event, banshi.operation;
checkpoint;
SQL
    which="where centre = 530111001 and day = '$(psql -c "select rule.today(530111001)")'
    and id = $(psql -c "select min(id) from banshi.ticket") + :n returning *"
    printf '%s\n' '\set n :n + 1' \
        "update banshi.ticket set state = 'called', counter = :clerk, staff = :clerk, calls = calls + 1, called_at = now() $which;" \
        "update banshi.ticket set state = 'serving', serving_at = now() $which;" \
        "update banshi.ticket set state = 'done', ended_at = now() $which;" > "$cluster_dir/plain.sql"
}
# rate FILE CLERKS: visits a second, all clerks together
rate() {
    fresh_day
    each=$((visits / $2))
    commit=on
    [ "$1" = plain ] || commit=off
    for i in $(seq "$2"); do
        PGOPTIONS="$PGOPTIONS -c synchronous_commit=$commit" "$PG_BINDIR/pgbench" -n -M prepared -t "$each" -f "$cluster_dir/$1.sql" -D clerk="$i" -D n=$(((i - 1) * each)) -U "clerk$i" \
            > "$cluster_dir/out.$i" 2>&1 &
    done
    wait
    cat "$cluster_dir"/out.* | awk '/^latency average/ { sum += 1000 / $4 } END { printf "%d\n", sum }'
    rm -f "$cluster_dir"/out.*
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for clerks in 1 8; do
    rm -f "$cluster_dir"/rate.*
    for _ in $(seq "$rounds"); do
        rate plain "$clerks" >> "$cluster_dir/rate.plain"
        rate visit "$clerks" >> "$cluster_dir/rate.visit"
    done
    awk -v n="$clerks" -v v="$(median < "$cluster_dir/rate.visit")" -v p="$(median < "$cluster_dir/rate.plain")" 'BEGIN {
        printf "a visit, %d clerks: %d/s; three plain updates of a ticket: %d/s, ratio %.2f\n", n, v, p, v / p }'
done
