#!/bin/sh
# SPDX-License-Identifier: MIT
# The layers know only what lies below them: tui → include/banshi ← core.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
cd "$abs_top_srcdir" || exit 1

# no file of the folders includes what matches
none_includes() {
    pattern=$1
    shift
    ! find "$@" -name '*.[ch]' -exec grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($pattern)" {} +
}
# the files include none of the tree's own headers but these, beside those of their folder
own_includes() {
    allowed=$1
    shift
    folder=${1%/*}
    beside=$(cd "$folder" && printf '%s|' *.h)
    ! grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$@" | grep -vE "\"(${beside}$allowed)\""
}
# only these files include what matches
only_includes() {
    pattern=$1
    allowed=$2
    ! find core -name '*.[ch]' -exec grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($pattern)" {} + |
        grep -vE "^core/($allowed)\.[ch]:"
}
no_terminal_in_core() {
    none_includes '(ncursesw?/)?(curses|ncurses|term|panel|form|menu)\.h|\.\./tui|tui/' core include
}
no_database_in_tui() {
    none_includes '(postgresql/)?(libpq|postgres|pg_config)|curl/|jansson|\.\./core|\.\./\.\./core|core/' tui
}
no_database_in_public_headers() {
    none_includes '(postgresql/)?libpq|curl/|jansson|openssl|(ncursesw?/)?(curses|ncurses)\.h' include
}
program_links_no_database() {
    program=$abs_top_builddir/.libs/banshi
    [ -x "$program" ] || program=$abs_top_builddir/banshi
    ! readelf -d "$program" | grep -E 'NEEDED.*(libpq|libcurl|libjansson)'
}
library_links_no_terminal() {
    ! readelf -d "$abs_top_builddir/.libs/libbanshi.so" | grep -E 'NEEDED.*(curses|tinfo)'
}

# the kit is written of itself, of rows and pinyin whatever they hold, of translation and of the list of acts
kit_knows_no_record() {
    own_includes 'i18n\.h|action\.def' tui/kit/*.[ch] &&
        ! grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*<banshi/' tui/kit/*.[ch] |
            grep -vE '<banshi/(rows|pinyin|text)\.h>'
}
concepts_know_the_face() {
    own_includes 'sql\.h|db/(db|rows|work|compose)\.h|paper/[a-z]*\.h|import/[a-z]*\.h' core/*.[ch]
}

expect "the core includes nothing of the terminal" no_terminal_in_core
expect "the terminal includes nothing of the database, of HTTP or of JSON" no_database_in_tui
expect "the kit of the terminal knows no record" kit_knows_no_record
expect "the public headers show no foreign library" no_database_in_public_headers
expect "of the database a concept knows the face" concepts_know_the_face
expect "paper knows no database" own_includes 'error\.h|file\.h|progress\.h|clock\.h' core/paper/*.[ch]
expect "an import knows what a concept knows" own_includes 'error\.h|db/db\.h' core/import/*.[ch]
expect "the connection knows no paper and no file that comes in" own_includes 'error\.h|progress\.h|clock\.h|sql\.h' core/db/*.[ch]
expect "only the connection, its setting up and its statements know libpq" only_includes '(postgresql/)?libpq' 'db/(link|setup|statement)'
expect "only paper knows GLib, cairo, qpdf and CUPS" only_includes 'glib|pango|cairo|qpdf|hb-|cups/|qrencode|xlsxwriter' 'paper/[a-z_]*'
expect "the program links no database library" program_links_no_database
expect "the library links no terminal library" library_links_no_terminal
finish
