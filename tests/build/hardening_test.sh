#!/bin/sh
# SPDX-License-Identifier: MIT
# What is installed has what makes mistakes in memory harder to use: stack guards, checked copies, addresses that cannot be guessed,
# tables of addresses that cannot be written. What configure has not found is not asked for.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
library=$abs_top_builddir/.libs/libbanshi.so
program=$abs_top_builddir/.libs/banshi
[ -x "$program" ] || program=$abs_top_builddir/banshi

found=$(sed -n 's/^\(HARDENING_CFLAGS\|HARDENING_LDFLAGS\|PIE_LDFLAGS\) = //p' "$abs_top_builddir/Makefile" | tr '\n' ' ')
command -v readelf > /dev/null || { echo "1..0 # SKIP no readelf"; exit 0; }
[ -n "$(printf '%s' "$found" | tr -d ' ')" ] || { echo "1..0 # SKIP built without hardening"; exit 0; }

# asked FLAG TITLE COMMAND…: the flag, or what it begins with
asked() {
    flag=$1
    shift
    case " $found " in
    *" $flag"*) expect "$@" ;;
    *) echo "# this compiler has no $flag: not looked at" ;;
    esac
}
imports() {
    readelf --dyn-syms --wide "$1" | grep -E "UND $2(@| |$)"
}
dynamic() {
    readelf --dynamic --wide "$1" | grep -E "$2"
}
segment() {
    readelf --segments --wide "$1" | grep -E "$2"
}

for file in "$library" "$program"; do
    name=$(basename "$file")
    asked -fstack-protector-strong "$name guards its stack" imports "$file" __stack_chk_fail
    asked -D_FORTIFY_SOURCE= "$name copies with checks" imports "$file" '__[a-z]+_chk'
    asked -Wl,-z,relro "$name has tables that become read-only" segment "$file" GNU_RELRO
    asked -Wl,-z,now "$name fills them before it runs" dynamic "$file" 'BIND_NOW|FLAGS_1.*NOW'
    asked -Wl,-z,noexecstack "$name runs nothing on its stack" segment "$file" 'GNU_STACK .* RW  '
done
asked -pie "banshi can lie anywhere in memory" dynamic "$program" 'FLAGS_1.*PIE'
finish
