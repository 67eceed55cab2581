#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages name every command that the program has, and nothing in them is left to be filled in.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
export LANGUAGE=en
commands() {
    "$BANSHI" --help | sed -n '/^Nouns/,/^$/s/^  \([a-z]*\) .*/\1/p' | while read -r noun; do
        "$BANSHI" "$noun" --help | sed -n 's/^  banshi \([a-z_-]*\( [a-z][a-z_-]*\)\{0,1\}\).*/\1/p'
    done
}
named() {
    commands | while read -r command; do
        grep -qF ".It Cm \"$command\"" "$1" || echo "missing: $command"
    done > "$1.missing"
    cat "$1.missing"
    ! [ -s "$1.missing" ]
}
pages=$(mktemp -d)
trap 'rm -rf "$pages" "$tap_output"' EXIT
cp "$abs_top_builddir/man/banshi.1" "$pages/en"
cp "$abs_top_builddir/man/zh_CN/banshi.1" "$pages/zh_CN"
expect "there are commands" sh -c "'$BANSHI' --help | grep -q '^  ticket '"
for page in en zh_CN; do
    expect "every command is in the manual ($page)" named "$pages/$page"
    expect "nothing is left to be filled in ($page)" sh -c "! grep '^@' '$pages/$page'"
done
finish
