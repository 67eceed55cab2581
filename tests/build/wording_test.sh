#!/bin/sh
# SPDX-License-Identifier: MIT
# What documents say stands in data/layout: SQL has no Chinese but words for codes and days, one a function, and what a new centre begins
# with.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir" || exit 1
export LC_ALL=C.UTF-8
chinese='[\x{3400}-\x{9fff}\x{20000}-\x{3ffff}]'
words='document_(day|minute|weekday)|roster_paper_name'
begins='phrase_defaults|centre_adopt|roster_defaults'

# the literals with Chinese: file:line:'literal'
literals() {
    find core -name '*.sql' ! -path 'core/schema/*' | sort |
        xargs grep -nP "$chinese" | grep -vP '^[^:]*:\d+:\s*(--|comment on )' | sed 's/ -- .*//' |
        while IFS= read -r line; do
            printf '%s\n' "$line" | grep -oP "'[^']*${chinese}[^']*'" | sed "s|^|$(printf '%s' "$line" | cut -d: -f1,2):|"
        done
}
elsewhere() {
    ! literals | grep -vE "^core/function/($words|$begins)\.sql:"
}
# a word is no sentence, and has no room for one
single_words() {
    ! literals | grep -E "^core/function/($words)\.sql:" | grep -P "[，。；：、]|$chinese{13}"
}
expect "no wording of documents stands in SQL" elsewhere
expect "words for codes are words" single_words
finish
