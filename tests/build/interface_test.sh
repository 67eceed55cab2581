#!/bin/sh
# SPDX-License-Identifier: MIT
# core/interface.txt, whose digest stops clients that are older or newer than the database, says what the database offers.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
now=$(sh "$abs_top_srcdir/tests/lib/interface.sh")
same() {
    printf '%s\n' "$now" | diff "$abs_top_srcdir/core/interface.txt" - || { echo "run make update-interface in the build folder"; false; }
}
expect "core/interface.txt is what a migrated database offers" same
finish
