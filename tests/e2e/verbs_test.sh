#!/bin/sh
# SPDX-License-Identifier: MIT
# Every verb, with as little and with as much as can be said: it is done, or refused in words. None ends otherwise, or asks for more.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
demo_start || { echo "1..0"; exit 1; }
verbs=${abs_top_builddir:?}/tests/e2e/verbs
# by words: the values have no blanks
# shellcheck disable=SC2086
ends() {
    timeout 60 "$BANSHI" -U admin $1 < /dev/null > "$demo_dir/out" 2>&1
    status=$?
    case $status in
    0) return 0 ;;
    # what is not there: no word need be said
    3) return 0 ;;
    1 | 4 | 5 | 6) [ -s "$demo_dir/out" ] && return 0 ;;
    esac
    echo "exit status $status: $1"
    cat "$demo_dir/out"
    return 1
}
# those of the embedded server, of the demo and help are looked at elsewhere; a password comes from standard input
"$verbs" | grep -vE '^(demo|server|help|staff password)( |$)' | LC_ALL=C sort -u > "$demo_dir/lines"
there() {
    [ "$(wc -l < "$demo_dir/lines")" -gt 150 ]
}
expect "there are verbs" there
expect "forms have a printer" as admin printer set escpos:/nonexistent/printer --kind material_form
while IFS= read -r line; do
    expect "$line" ends "$line"
done < "$demo_dir/lines"
finish
