# SPDX-License-Identifier: MIT
# A program whose SQL differs from this one's, as a later or an edited release would: `variant FOLDER` builds the library from the copy
# of core/ in FOLDER/core (made by `variant_copy FOLDER`, then edited), and `as_variant FOLDER COMMAND…` runs the program with it.
# shellcheck shell=sh

variant_copy() {
    mkdir -p "$1" && cp -R "${abs_top_srcdir:?}/core" "$1/core"
}
variant() {
    (
        cd "$1" || exit 1
        # shellcheck disable=SC2046 # no file name of the tree holds a space
        set -- core/interface.txt $(cd "$abs_top_srcdir" && ls data/layout/*.layout) core/schema/*.sql core/function/*.sql \
            core/view/*.sql core/procedure/*.sql core/policy/*.sql core/query/*.sql
        mkdir -p data && cp -R "$abs_top_srcdir/data/layout" data/layout &&
            LC_ALL=C ${AWK:-awk} -v kind=c -v srcdir=. -f "$abs_top_srcdir/build-aux/embed-sql.awk" "$@" > sql.c &&
            ${CC:-gcc} -fPIC -I"${abs_top_builddir:?}" -I"$abs_top_srcdir/include" -I"$abs_top_srcdir/core" -c sql.c -o sql.o &&
            # the first of two definitions counts
            ${CC:-gcc} -shared -o libbanshi.so.0 -Wl,-soname,libbanshi.so.0 -Wl,-z,muldefs sql.o -Wl,--whole-archive \
                "$abs_top_builddir/.libs/libcore.a" -Wl,--no-whole-archive \
                $(sed -n "s/^dependency_libs='\(.*\)'$/\1/p" "$abs_top_builddir/libbanshi.la")
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
