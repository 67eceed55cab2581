# SPDX-License-Identifier: MIT
# The Test Anything Protocol for test scripts: `. "$abs_top_srcdir/tests/lib/tap.sh"`, then `expect TITLE COMMAND…` for
# each thing that must hold, and `finish`. What a failing command printed is shown. With BANSHI_TEST_FIRST the first failure is the
# end.
# shellcheck shell=sh
tap_count=0
tap_failed=0
tap_output=$(mktemp)
trap 'rm -f "$tap_output"' EXIT

expect() {
    tap_title=$1
    shift
    tap_count=$((tap_count + 1))
    if "$@" > "$tap_output" 2>&1; then
        echo "ok $tap_count - $tap_title"
    else
        sed 's/^/# /' "$tap_output"
        echo "not ok $tap_count - $tap_title"
        tap_failed=$((tap_failed + 1))
        [ -z "${BANSHI_TEST_FIRST:-}" ] || finish
    fi
}
# what cannot be looked at here: skip TITLE WHY
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}
finish() {
    echo "1..$tap_count"
    [ "$tap_failed" -eq 0 ]
    exit
}
