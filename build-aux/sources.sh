#!/bin/sh
# SPDX-License-Identifier: MIT
# Write sources.am: the lists of the tree's files, so that adding a file is adding a file. Run by autogen.sh and make.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."

# name = the words, one a line
list() {
    name=$1
    shift
    printf '%s =' "$name"
    for word; do
        printf ' \\\n    %s' "$word"
    done
    printf '\n\n'
}
# the files that match the patterns, of those there are
files() {
    for file; do
        if [ -f "$file" ]; then
            printf '%s\n' "$file"
        fi
    done
}
# the files under the folders
under() {
    for folder; do
        if [ -d "$folder" ]; then
            find "$folder" -type f ! -name '*~' ! -name '.*.sw?' ! -name '*.orig' ! -name '*.rej' \
                ! -path '*/__pycache__/*' ! -path '*/.deps/*' ! -path '*/.libs/*' ! -name '*.o' ! -name '*.lo' \
                ! -name '*.log' ! -name '*.trs' ! -name '.dirstamp'
        fi
    done | sort
}
# the programs of the tests but unit tests: a file each, or a folder with a file of its name
helpers() {
    files tests/e2e/*.c tests/fault/*.c tests/bench/*.c tests/fuzz/*.c tests/lib/*.c
    for folder in tests/bench/*/; do
        files "$folder$(basename "$folder").c"
    done
}
# a program of the tests, out of one file or all of its folder; what includes the scripted libpq is linked with it instead of the
# real one
program() {
    name=$(printf '%s' "${1%.c}" | tr -c 'A-Za-z0-9@' '_')
    sources=$1
    if [ "$(basename "$1" .c)" = "$(basename "$(dirname "$1")")" ]; then
        sources=$(files "$(dirname "$1")"/*.c | tr '\n' ' ')
    fi
    if grep -q '^#include "\(.*/\)\{0,1\}fake_pq.h"' "$1"; then
        printf '%s_SOURCES = %s $(fake_pq)\n%s_LDADD = $(test_ldadd)\n' "$name" "$sources" "$name"
    else
        printf '%s_SOURCES = %s\n%s_LDADD = $(test_ldadd) $(LIBPQ_LIBS)\n' "$name" "$sources" "$name"
    fi
    printf '%s_CPPFLAGS = $(test_cppflags)\n%s_CFLAGS = $(test_cflags)\n\n' "$name" "$name"
}

# a program that knows the library as others do
example() {
    name=$(printf '%s' "${1%.c}" | tr -c 'A-Za-z0-9@' '_')
    printf '%s_SOURCES = %s\n%s_LDADD = libbanshi.la\n\n' "$name" "$1" "$name"
}

# no file name of the tree holds a space, so words are file names
# shellcheck disable=SC2046
write() {
    printf '# The files of the tree, listed by build-aux/sources.sh.\n\n'
    # that of all is made of the others
    list public_headers $(files include/banshi/*.h include/banshi/*.def | grep -v '/banshi\.h$')
    list core_sources $(files core/*.c core/*/*.c)
    list core_headers $(files core/*.h core/*.def core/*/*.h core/*/*.def)
    list words $(files core/word/*.word)
    list sql_schema $(files core/schema/*.sql)
    list sql_function $(files core/function/*.sql)
    list sql_policy $(files core/policy/*.sql)
    list sql_view $(files core/view/*.sql)
    list sql_procedure $(files core/procedure/*.sql)
    list sql_query $(files core/query/*.sql)
    list tui_sources $(files tui/*.c tui/kit/*.c | grep -v '^tui/main\.c$')
    list tui_main $(files tui/main.c)
    list tui_headers $(files tui/*.h tui/*.def tui/kit/*.h tui/screen/*.h tui/screen/*/*.h tui/cmd/*.h)
    list tui_screens $(files tui/screen/*.c tui/screen/*/*.c)
    list tui_commands $(files tui/cmd/*.c)
    list data_files $(under data)
    list catalogs $(files po/*.po)
    list fake_pq $(files tests/unit/fake_*.c)

    list unit_tests $(files tests/unit/*_test.c | sed 's/\.c$//')
    list sql_tests $(files tests/sql/*.sql)
    list script_tests $(files tests/*/*_test.sh | grep -v '^tests/\(e2e\|fault\|bench\)/')
    list slow_tests $(files tests/e2e/*_test.sh tests/fault/*_test.sh)
    list benchmarks $(files tests/bench/*.sh)
    list test_helpers $(helpers | sed 's/\.c$//')
    list examples $(files examples/*.c | sed 's/\.c$//')
    list test_files $(under tests | grep -v '^tests/unit/.*_test\.c$')
    # autoreconf's own scripts lie beside ours
    list build_scripts $(grep -l 'SPDX-License-Identifie[r]: MIT' build-aux/*.sh build-aux/*.awk)
    list readmes $(under core tui include po man build-aux completion examples | grep 'README\.md$') $(under docs)
    for source in $(files tests/unit/*_test.c) $(helpers); do
        program "$source"
    done
    for source in $(files examples/*.c); do
        example "$source"
    done
}

# leave the file alone when it would not change, so that nothing is built again
new=$(write)
if [ "$new" != "$(cat sources.am 2>/dev/null || true)" ]; then
    printf '%s\n' "$new" > "sources.am.$$"
    mv "sources.am.$$" sources.am
fi
