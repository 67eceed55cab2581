#!/bin/sh
# SPDX-License-Identifier: MIT
# The library exports what the public headers declare, the headers stand alone, and pkg-config knows what it is linked with.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$tap_output"' EXIT

exports_are_declarations() {
    "${AWK:-awk}" -f "$abs_top_srcdir/build-aux/exports.awk" "$abs_top_srcdir"/include/banshi/*.h | LC_ALL=C sort \
        > "$folder/declared"
    # __asan… and the like come with the sanitizers
    nm -D --defined-only "$abs_top_builddir/.libs/libbanshi.so" | awk '{print $3}' | grep -v '^_' | LC_ALL=C sort \
        > "$folder/exported"
    diff -U 0 "$folder/declared" "$folder/exported"
}
header_stands_alone() {
    printf '#include <banshi/%s>\nstatic int unused __attribute__((unused));\n' "$1" > "$folder/alone.c"
    ${CC:-cc} -std=c11 -Wall -Wextra -Wstrict-prototypes -Werror -fsyntax-only -I"$abs_top_builddir/include" -I"$abs_top_srcdir/include" \
        "$folder/alone.c"
}
one_includes_all() {
    for header in "$abs_top_srcdir"/include/banshi/*.h; do
        name=$(basename "$header")
        grep -q "#include <banshi/$name>" "$abs_top_builddir/include/banshi/banshi.h" || [ "$name" = banshi.h ] || {
            echo "banshi.h does not include $name"
            return 1
        }
    done
}

everything_needed_is_named() {
    libs=$(PKG_CONFIG_PATH="$abs_top_builddir" "${PKG_CONFIG:-pkg-config}" --static --libs libbanshi) || return 1
    missing=0
    for needed in $(readelf -d "$abs_top_builddir/.libs/libbanshi.so" | sed -n 's/.*(NEEDED).*\[lib\(.*\)\.so\..*/\1/p'); do
        case " $libs -lc -lasan -lubsan -ltsan " in # the compiler's own
            *" -l$needed "*) ;;
            *)
                echo "-l$needed"
                missing=1
                ;;
        esac
    done
    return $missing
}

expect "the exported symbols are those that the headers declare" exports_are_declarations
for header in "$abs_top_srcdir"/include/banshi/*.h; do
    name=$(basename "$header")
    expect "$name compiles alone" header_stands_alone "$name"
done
expect "banshi.h includes every public header" one_includes_all
expect "and compiles alone" header_stands_alone banshi.h
expect "a program that links it statically is told of everything it needs" everything_needed_is_named
finish
