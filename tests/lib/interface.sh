#!/bin/sh
# SPDX-License-Identifier: MIT
# Print what clients depend on in a freshly migrated database, as core/interface.txt holds it. `make update-interface` writes it.
set -u
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
cluster_start > /dev/null || exit 1
"$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -f "$abs_top_srcdir/tests/lib/interface.sql"
