#!/bin/sh
# SPDX-License-Identifier: MIT
# A clerk's screen, kept up to date by what events tell, is the same screen read afresh: after random acts of everybody, with lost
# connections, numbers that never come and forged notifications in between. ACTS=10000 SEEDS="1 2 3 4" for long.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
acts=${ACTS:-400} seeds=${SEEDS-1 2 3}
afresh=${abs_top_builddir:?}/tests/fault/screen_afresh
psql() { PGOPTIONS=-cclient_min_messages=warning "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
export LANGUAGE=en
# a centre where everything can be drawn by lot
centre() {
    cluster_start -c fsync=off -c log_line_prefix=%a: || return 1
    cat > "$cluster_dir/centre.sql" <<SQL
\i $abs_top_srcdir/tests/lib/fixture.sql
create function public.any_ticket(state text) returns bigint language sql volatile security definer as \$\$
    select t.id from banshi.ticket as t where t.state = any_ticket.state order by random() limit 1 \$\$;
create function public.any_queue() returns bigint language sql volatile security definer as \$\$
    select q.id from banshi.queue as q where q.centre = 530111001 and q.code <> 'C' order by random() limit 1 \$\$;
create function public.any_counter() returns bigint language sql volatile security definer as \$\$
    select c.id from banshi.counter as c where c.centre = 530111001 order by random() limit 1 \$\$;
create function public.any_priority() returns text language sql volatile as \$\$
    select (array['ordinary', 'ordinary', 'ordinary', 'elderly', 'military'])[1 + floor(random() * 5)::int] \$\$;
SQL
    psql -f "$cluster_dir/centre.sql" > /dev/null
}
same() {
    centre && PGOPTIONS="-c banshi.clock=2026-11-24T23:30+08" timeout 1800 "$afresh" "$1" "$acts"
}
flooded() {
    centre && PGOPTIONS="-c banshi.clock=2026-11-24T23:30+08" timeout 300 "$afresh" flood "$cluster_dir/log"
}
# all at once, each in a centre of its own: most of the time they wait for what is due
results=$(mktemp -d)
trap 'rm -rf "$results" "$tap_output"' EXIT
begin() { # begin NAME COMMAND…
    name=$1
    shift
    ("$@" > "$results/$name" 2>&1) &
    echo $! > "$results/$name.pid"
}
ended() {
    wait "$(cat "$results/$1.pid")"
    status=$?
    cat "$results/$1"
    return "$status"
}
for seed in $seeds; do
    begin "$seed" same "$seed"
done
begin flood flooded
for seed in $seeds; do
    expect "seed $seed: screens are what they are afresh, $acts acts" ended "$seed"
done
expect "whatever is pretended, a terminal asks for a bounded number of statements a second" ended flood
finish
