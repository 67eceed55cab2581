#!/bin/sh
# SPDX-License-Identifier: MIT
# Mutated files of every kind are imported or refused, never worse.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}" "${BANSHI_DATADIR:?}"

for file in demo/catalogue.json demo/counters.json demo/staff.csv calendar/2026.json; do
    expect "$file mutated is read or refused" \
        "$abs_top_builddir/tests/fuzz/import_fuzz" "${BANSHI_FUZZ_ROUNDS:-500}" "$BANSHI_DATADIR/$file"
done
finish
