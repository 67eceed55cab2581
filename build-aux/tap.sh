#!/bin/sh
# SPDX-License-Identifier: MIT
# Run a test and answer in the Test Anything Protocol: as it is when the test speaks it, else one line for its exit code.
set -u
limit=${BANSHI_TEST_TIMEOUT:-240}
for name; do :; done
name=tests/${name##*tests/}
[ -x "$1" ] || set -- sh "$@"
output=$(mktemp)
trap 'rm -f "$output"' EXIT
CMOCKA_MESSAGE_OUTPUT=TAP timeout -k 10 "$limit" "$@" > "$output" 2>&1
status=$?
# cmocka writes "not ok 3 # SKIP name"
sed "s/^not ok \([0-9]*\) # SKIP \(.*\)/ok \1 - \2 # SKIP/" "$output"
[ $status -eq 124 ] && echo "# stopped after $limit seconds"
if grep -q '^1\.\.[0-9]' "$output"; then
    # a plan that was fulfilled hides a crash at the end
    [ $status -eq 0 ] || grep -q "^not ok" "$output" || echo "Bail out! exit status $status"
elif [ $status -eq 77 ]; then
    echo "ok 1 - $name # SKIP"
    echo 1..1
elif [ $status -eq 0 ]; then
    echo "ok 1 - $name"
    echo 1..1
else
    echo "not ok 1 - $name (exit status $status)"
    echo 1..1
fi
