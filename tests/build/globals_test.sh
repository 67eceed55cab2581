#!/bin/sh
# SPDX-License-Identifier: MIT
# What can change while the program runs belongs to a handle, a screen or a caller: nothing else is writable but this.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"

# file name: ours is what signals tell and how the terminal was; centre_clock is written by the loop alone, atomically;
# zones are read once a name and kept, by the loop alone; chosen is the language, set once at the start
allowed='term ours
words centre_clock
zone zones
i18n chosen'

# "file name" of each variable in a writable section, of objects for the library or the program
writable() {
    find "$abs_top_builddir/$1" -name '*.o' | while read -r object; do
        objdump -t "$object" | awk -v file="$object" '
            BEGIN { sub(/.*\//, "", file); sub(/\.o$/, "", file); sub(/^(lt[0-9]+-)?[a-z]+(_la)?-/, "", file) }
            $3 ~ /^\.(data|bss|tdata|tbss)$/ || $4 ~ /^(\.(data|bss|tdata|tbss)|\*COM\*)$/ {
                name = $NF
                sub(/\.[0-9]+$/, "", name) # a static of a function: zones.0, or for clang zone_named.zones
                sub(/^[A-Za-z][A-Za-z0-9_]*\./, "", name)
                # sections themselves, and what the sanitizers put there
                if (name !~ /^(\.|_|$)/ && name !~ /asan|odr/)
                    print file, name
            }'
    done | LC_ALL=C sort -u
}
none_but_allowed() {
    writable "$1" | grep -vxF "$allowed" && return 1
    return 0
}
all_there() {
    { writable core && writable tui; } | LC_ALL=C sort -u > "$tap_output.there"
    printf '%s\n' "$allowed" | LC_ALL=C sort > "$tap_output.allowed"
    LC_ALL=C comm -23 "$tap_output.allowed" "$tap_output.there"
    missing=$(LC_ALL=C comm -23 "$tap_output.allowed" "$tap_output.there" | wc -l)
    rm -f "$tap_output.there" "$tap_output.allowed"
    [ "$missing" -eq 0 ]
}

command -v objdump > /dev/null || exit 77
expect "the library has no writable variable" none_but_allowed core
expect "the program has none but those that are listed" none_but_allowed tui
expect "those that are listed are there" all_there
finish
