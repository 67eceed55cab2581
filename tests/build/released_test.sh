#!/bin/sh
# SPDX-License-Identifier: MIT
# Files of tables that were released are as they were: later ones are added. core/schema/RELEASED has their digests.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
cd "$abs_top_srcdir/core/schema" || exit 1
listed() {
    awk '{ print $2 }' RELEASED
}
first() { # those that are listed come before the others
    printf '%s\n' *.sql | head -n "$(listed | wc -l)" > "${tap_output:?}.files"
    listed | diff - "$tap_output.files"
    status=$?
    rm -f "$tap_output.files"
    return $status
}
[ -e RELEASED ] || { echo "1..0 # SKIP nothing was released yet"; exit 0; }
expect "released files of tables are unchanged" sha256sum --check --quiet RELEASED
expect "later ones are numbered after them" first
finish
