#!/bin/sh
# SPDX-License-Identifier: MIT
# The clerk's terminal from outside: start to first screen against a running server, key to repaint in the list of 500 people
# waiting and in the list of all items, resident memory. The real catalogue is used where it is.
set -eu
. "${abs_top_srcdir:?}/tests/lib/demo.sh"
# the program itself, not libtool's script that starts it
if [ -x "${abs_top_builddir:?}/.libs/banshi" ]; then
    BANSHI=$abs_top_builddir/.libs/banshi
    export LD_LIBRARY_PATH="$abs_top_builddir/.libs"
fi
demo_start
data=${BANSHI_TEST_DATA:-$abs_top_srcdir/../shared/data}
[ ! -f "$data/catalogue-1135.json" ] || as admin import catalogue "$data/catalogue-1135.json" > /dev/null
PGHOST=$BANSHI_STATE_DIR/run PGPASSFILE=$BANSHI_STATE_DIR/pgpass "$PG_BINDIR/psql" -XqAt -U banshi banshi <<'SQL'
insert into banshi.ticket (centre, day, number, queue, item, issued_at, sort_at)
select q.centre, rule.today(q.centre), q.code || i, q.id, (select min(id) from banshi.item where queue = q.id),
       now() - i * interval '1 second', now() - i * interval '1 second'
from banshi.queue as q, generate_series(1, 500) as i where q.name = '户政窗口';
SQL
as wangfang session sign-on A1 > /dev/null
enter=$(printf '\r')
echo "counter with 500 people waiting:"
"$abs_top_builddir/tests/bench/repaint" "$enter" "jjjjkkkjG" "$BANSHI" -U wangfang
echo "choosing among all items:"
"$abs_top_builddir/tests/bench/repaint" "${enter}i" "sfz$(printf '\177\177\177')" "$BANSHI" -U wangfang
