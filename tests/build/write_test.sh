#!/bin/sh
# SPDX-License-Identifier: MIT
# Every write of the terminal goes through app_write, so that its operation id belongs to the words that are sent: a function of the
# library that takes an operation id is named in no other statement of a screen.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir" || exit 1

# the functions that take an operation id
writes() {
    cat include/banshi/*.h | tr '\n' ' ' | grep -oE 'banshi_[a-z_]+\(struct banshi \*b, const char \*opid' | sed 's/(.*//' | sort -u
}
# the statements of the program's screens that name one of them and do not write with it, with their file
astray() {
    writes > "$tap_output.writes"
    find tui -name '*.c' ! -path 'tui/cmd/*' | sort | while read -r file; do
        tr '\n' ' ' < "$file" | tr ';{}' '\n\n\n' | sed 's/struct banshi_[a-z_]*//g' | grep -wFf "$tap_output.writes" |
            grep -vE 'app_write(_as|_once|_behind)?\(|WRITE\(|write_begin\(' | sed "s|^|$file: |"
    done
    rm -f "$tap_output.writes"
}
no_write_astray() {
    ! astray | grep .
}
are_known() {
    [ "$(writes | wc -l)" -gt 50 ]
}

expect "the writes of the library are known by their operation ids" are_known
expect "every write of the screens has an operation id of its words" no_write_astray
finish
