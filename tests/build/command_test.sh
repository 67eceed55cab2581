#!/bin/sh
# SPDX-License-Identifier: MIT
# What a command reads it declares: options and arguments are read by name, and a name that is declared nowhere would be met only by
# who calls that very command (as tests/e2e/verbs_test.sh does with each).
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir" || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$tap_output"' EXIT

# the names that the declarations of a file and of cmd.h begin with
declared() {
    sed -n 's/^#define [A-Z_0-9]* *"\([^"]*\)", CMD_.*/\1/p; s/^ *"\([^"]*\)", CMD_.*/\1/p' "$1" tui/cmd.h
    grep -oE '\{"[^"]*", CMD_' "$1" | sed 's/{"\(.*\)", CMD_/\1/'
}
# the names that a file reads; a duty is found by the names of two arguments
read_names() {
    tr '\n' ' ' < "$1" > "$folder/line"
    grep -oE 'cmd_(given|text|text_or|number|first|last)\(run, *"[^"]*"' "$folder/line" | cut -d '"' -f 2
    grep -oE 'find_duty\(run, *"[^"]*", *"[^"]*"' "$folder/line" | cut -d '"' -f 2,4 | tr '"' '\n'
}
all_declared() {
    for file in tui/cmd/*.c; do
        declared "$file" | LC_ALL=C sort -u > "$folder/declared"
        read_names "$file" | LC_ALL=C sort -u | tee -a "$folder/names" | LC_ALL=C comm -23 - "$folder/declared" | sed "s|^|$file: |"
    done > "$folder/missing"
    cat "$folder/missing"
    [ "$(wc -l < "$folder/names")" -gt 100 ] && ! [ -s "$folder/missing" ]
}

expect "what a command reads it declares" all_declared
finish
