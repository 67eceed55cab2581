# SPDX-License-Identifier: MIT
# A program whose SQL differs from this one's, as that of a later or an edited release: `variant_copy FOLDER` copies core/ and the
# layouts into it; after editing, `variant FOLDER` builds a library of it there, and `as_variant FOLDER COMMAND…` runs with that.
# shellcheck shell=sh
# words of libtool's:
# shellcheck disable=SC2046

variant_copy() {
    mkdir -p "$1/data" && cp -R "${abs_top_srcdir:?}/core" "$1/core" && cp -R "$abs_top_srcdir/include" "$1/include" &&
        cp -R "$abs_top_srcdir/data/layout" "$1/data/layout"
}
# the name that programs ask for; and the file of a build folder that has it
library_name() { readelf -d "$1/.libs/libbanshi.so" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p'; }
library_file() { readlink -f "$1/.libs/libbanshi.so"; }
# variant FOLDER [BUILD [OUTPUT]]: with the objects of another build folder, into another folder
variant() {
    (
        build=${2:-${abs_top_builddir:?}}
        output=${3:-$1}
        library=$(library_name "$build")
        cd "$1" || exit 1
        scripts=${abs_top_srcdir:?}/build-aux
        set -- core/interface.txt include/banshi/*.h core/word/*.word data/layout/*.layout core/schema/*.sql core/function/*.sql core/view/*.sql \
            core/procedure/*.sql core/policy/*.sql core/query/*.sql
        LC_ALL=C ${AWK:-awk} -v kind=c -v srcdir=. -f "$scripts/word.awk" -f "$scripts/record.awk" -f "$scripts/embed-sql.awk" "$@" > "$output/variant.c" &&
            LC_ALL=C ${AWK:-awk} -v kind=c -v srcdir=. -f "$scripts/word.awk" -f "$scripts/words.awk" core/word/*.word \
                data/layout/*.layout \
                >> "$output/variant.c" &&
            ${CC:-gcc} -fPIC -I"$build" -I"$abs_top_srcdir/include" -I"$abs_top_srcdir/core" -c "$output/variant.c" \
                -o "$output/variant.o" &&
            rm -f "$output/$library" &&
            # the first of two definitions counts
            ${CC:-gcc} -shared -o "$output/$library" "-Wl,-soname,$library" -Wl,-z,muldefs "$output/variant.o" \
                -Wl,--whole-archive "$build/.libs/libcore.a" -Wl,--no-whole-archive \
                $(sed -n 's/^COVERAGE_FLAGS = //p' "$build/Makefile") \
                $(sed -n "s/^dependency_libs='\(.*\)'$/\1/p" "$build/libbanshi.la")
    )
}
as_variant() {
    (
        LD_LIBRARY_PATH=$1
        export LD_LIBRARY_PATH
        shift
        "$@"
    )
}
