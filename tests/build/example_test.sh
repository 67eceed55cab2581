#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of tui/screen/README.md are the files that they name, after their includes; a new list takes less than a hundred lines;
# no list paints lines itself; and the page names each screen whose name is not that of a concept.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir" || exit 1
page=tui/screen/README.md
lists='absence case_search deadline extension extension_register hours material_form printer register skill staff roster/swaps'

# the code of the page that follows the line which names the file
on_page() {
    awk -v name="$1" 'index($0, "whole of `" name "`") { found = 1 }
        found && /^```$/ { exit }
        code { print }
        found && /^```c$/ { code = 1 }' "$page"
}
# a file after its last include and the empty line behind it
in_file() {
    awk '{ line[NR] = $0 } /^#include/ { last = NR } END { for (i = last + 2; i <= NR; i++) print line[i] }' "tui/screen/$1"
}
is_the_file() {
    [ "$(on_page "$1" | wc -l)" -gt 20 ] && [ "$(on_page "$1")" = "$(in_file "$1")" ]
}
under_a_hundred() {
    [ "$(wc -l < tui/screen/absence.c)" -lt 100 ]
}
at_most() {
    total=$(for list in $lists; do cat "tui/screen/$list.c"; done | wc -l)
    echo "$total lines"
    [ "$total" -le 1500 ]
}
paints_no_line() {
    ! for list in $lists; do
        grep -nE 'paint_cell|table_draw\(|lines_top|lines_act' "tui/screen/$list.c" /dev/null
    done | grep .
}
names_each() {
    bad=0
    for name in $(sed -n 's/^const struct screen screen_\([a-z_]*\) = .*/\1/p' tui/screen/*.c tui/screen/*/*.c); do
        [ -f "include/banshi/$name.h" ] || grep -q "\`$name\`" "$page" || { echo "not named: $name"; bad=1; }
    done
    return "$bad"
}

expect "the list of the page is absence.c" is_the_file absence.c
expect "which takes less than a hundred lines" under_a_hundred
expect "the form of the page is ticket_transfer.c" is_the_file ticket_transfer.c
expect "the twelve lists take at most 1,500 lines" at_most
expect "and paint no line themselves" paints_no_line
expect "the page names each screen that is not named after a concept" names_each
finish
