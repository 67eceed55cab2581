#!/bin/sh
# SPDX-License-Identifier: MIT
# Run a pgTAP file on a migrated database of its own: sql.sh FILE. Speaks TAP.
set -u
. "${abs_top_srcdir:?}/tests/lib/cluster.sh"
cluster_start || { echo "1..0 # the server does not start"; exit 1; }
PGOPTIONS=--client-min-messages=warning "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -f "$1" 2>&1
