#!/bin/sh
# SPDX-License-Identifier: MIT
# What does a visit cost: call, serve and done, each with its event, operation id and notification in its transaction, beside three
# plain one-row updates of a ticket by primary key? On one server with the same durability, in interleaved rounds of a fresh day; each
# clerk is a process and a role of its own. Medians of visits a second.
set -eu
. "${abs_top_srcdir:?}/tests/lib/clerks.sh"
rounds=${ROUNDS:-5} visits=${VISITS:-4000} # of all clerks together in a round
clerks_start 8
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

for clerks in 1 8; do
    rm -f "$cluster_dir"/rate.*
    for _ in $(seq "$rounds"); do
        rate plain "$clerks" >> "$cluster_dir/rate.plain"
        rate visit "$clerks" >> "$cluster_dir/rate.visit"
    done
    awk -v n="$clerks" -v v="$(median < "$cluster_dir/rate.visit")" -v p="$(median < "$cluster_dir/rate.plain")" 'BEGIN {
        printf "a visit, %d clerks: %d/s; three plain updates of a ticket: %d/s, ratio %.2f\n", n, v, p, v / p }'
done
