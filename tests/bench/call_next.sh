#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast is `call next` beside a plain one-row UPDATE … RETURNING by primary key: of a ticket, and of a bare table of four
# columns? All on one server with the same durability, in interleaved rounds of a fresh day; each clerk is a process and a role
# of its own. A call announces itself, in its transaction; after a plain update the clerk does, in another one that does not wait for
# the disk. Then the visit ends, so that all compete for the same processors; the rate is that of the first statement alone, from
# pgbench's latencies. Medians.
set -eu
. "${abs_top_srcdir:?}/tests/lib/clerks.sh"
rounds=${ROUNDS:-5} calls=${CALLS:-8000} # of all clerks together in a round
clerks_start 32
psql <<'SQL'
create table public.bare (id int primary key, state text not null, counter int, at timestamptz);
-- the visit's end, as cheap as can be, so that the next call finds the counter free
create function public.finish() returns void language plpgsql security definer as $$
declare
    v_counter bigint := rule.my_counter();
begin
    update banshi.ticket as t set state = 'done', ended_at = now()
    where t.centre = 530111001 and t.day = rule.today(530111001) and t.counter = v_counter and t.state in ('called', 'serving');
end $$;
grant usage on schema public to public;
grant select, update on public.bare to public;
SQL
cat > "$cluster_dir/call.sql" <<'SQL'
select * from api.ticket_call_next(gen_random_uuid());
select set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'banshi', '');
select public.finish();
SQL
cat > "$cluster_dir/bare.sql" <<'SQL'
\set n :n + 1
update public.bare set state = 'called', counter = :clerk, at = now() where id = :n returning *;
select set_config('synchronous_commit', 'off', true), pg_notify('banshi_530111001', 'ticket');
select public.finish();
SQL
fresh_day() {
    psql <<SQL
truncate banshi.ticket, public.bare cascade;
insert into banshi.ticket (centre, day, number, queue, issued_at, sort_at)
select 530111001, rule.today(530111001), 'A' || i, 1, now() - interval '1 hour' + i * interval '1 ms',
       now() - interval '1 hour' + i * interval '1 ms'
from generate_series(1, $calls + 1) as i;
insert into public.bare select i, 'waiting', null, null from generate_series(1, $calls) as i;
vacuum analyze banshi.ticket, banshi.event, banshi.operation, public.bare;
checkpoint;
SQL
    cat > "$cluster_dir/ticket.sql" <<SQL
\\set n :n + 1
update banshi.ticket set state = 'called', counter = :clerk, staff = :clerk, calls = calls + 1, called_at = now()
    where centre = 530111001 and day = '$(psql -c "select rule.today(530111001)")'
    and id = $(psql -c "select min(id) from banshi.ticket") + :n returning *;
select set_config('synchronous_commit', 'off', true), pg_notify('banshi_530111001', 'ticket');
select public.finish();
SQL
}
# rate FILE CLERKS PATTERN USER: statements a second of the pattern, all clerks together; USER… is followed by a number
rate() {
    fresh_day
    calls_each=$((calls / $2))
    commit=on
    [ "$1" != call ] || commit=off # as the program acts: committed without waiting, then waiting for the disk
    for i in $(seq "$2"); do
        PGOPTIONS="$PGOPTIONS -c synchronous_commit=$commit" "$PG_BINDIR/pgbench" -n -M prepared -t "$calls_each" -r -f "$cluster_dir/$1.sql" \
            -D clerk="$i" -D n=$(((i - 1) * calls_each)) -U "clerk$i" > "$cluster_dir/out.$i" 2>&1 &
    done
    wait
    for out in "$cluster_dir"/out.*; do
        awk -v pattern="$3" '$0 ~ pattern { ms += $1 } END { print 1000 / ms }' "$out"
    done | awk '{ sum += $1 } END { printf "%d\n", sum }'
    rm -f "$cluster_dir"/out.*
}

for clerks in 8 32; do
    rm -f "$cluster_dir"/rate.*
    for _ in $(seq "$rounds"); do
        rate bare "$clerks" '^ .*update public' >> "$cluster_dir/rate.bare"
        rate ticket "$clerks" '^ .*update banshi' >> "$cluster_dir/rate.ticket"
        rate call "$clerks" '^ .*(ticket_call_next|pg_logical_emit_message)' >> "$cluster_dir/rate.call"
    done
    awk -v n="$clerks" -v c="$(median < "$cluster_dir/rate.call")" -v t="$(median < "$cluster_dir/rate.ticket")" \
        -v b="$(median < "$cluster_dir/rate.bare")" 'BEGIN {
        printf "call next, %d clerks: %d/s; plain update of a ticket: %d/s, ratio %.2f; of a bare table: %d/s, ratio %.2f\n",
               n, c, t, c / t, b, c / b }'
done
