#!/bin/sh
# SPDX-License-Identifier: MIT
# What the next releases are tested with: dump.sh FOLDER writes there, of this version, a database with a day of everything (with its
# roles, which who restores it grants), and a document of it as text and as PDF. `make release-files` runs it; see CONTRIBUTING.md.
set -eu
. "${abs_top_srcdir:?}/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/day.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
folder=$1
version=$("${BANSHI:?}" --version | sed -n '1s/.* //p')
demo_start
day_play
document=$(day_document 受 1)
as wangfang document print "$document" > "$folder/$version.txt"
as wangfang document print "$document" "$demo_dir/document.pdf" > /dev/null
cat "$demo_dir/document.pdf" > "$folder/$version.pdf"
paper_system > "$folder/$version.system"
PGPASSFILE="$BANSHI_STATE_DIR/pgpass" "$PG_BINDIR/pg_dumpall" -h "$BANSHI_STATE_DIR/run" -U banshi -d "dbname=banshi" --no-role-passwords \
    2> "$demo_dir/complaints" | sed '/^\\\(un\)\{0,1\}restrict /d
/^GRANT [a-z_]* TO /s/ GRANTED BY [a-z_]*;$/;/' | gzip -9n > "$folder/$version.sql.gz"
cat "$demo_dir/complaints" >&2
[ ! -s "$demo_dir/complaints" ]
