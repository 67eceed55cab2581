#!/bin/sh
# SPDX-License-Identifier: MIT
# The changes of tests/mutant can be made: each fits the tree as it is, says what is true without it, and which tests could notice.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir" || exit 1

applies() {
    bad=0
    for patch in tests/mutant/*/*.patch; do
        patch -p1 -s -f --fuzz=0 --dry-run < "$patch" || { echo "does not apply: $patch"; bad=1; }
    done
    return "$bad"
}
says_what() {
    ! grep -L '^Sentence: [^ ]' tests/mutant/*/*.patch | grep .
}
names_tests() {
    bad=0
    for patch in tests/mutant/*/*.patch; do
        grep -q '^Equivalent: [^ ]' "$patch" && continue
        tests=$(sed -n '/^--- /q; s/^Tests: *//p' "$patch")
        [ -n "$tests" ] || { echo "no tests: $patch"; bad=1; }
        for test in $tests; do
            [ -f "$test" ] || [ -f "$test.c" ] || { echo "no $test: $patch"; bad=1; }
        done
    done
    return "$bad"
}

command -v patch > /dev/null || exit 77
expect "every change can be made in this tree" applies
expect "and says what is true without it" says_what
expect "and names tests that are there" names_tests
finish
