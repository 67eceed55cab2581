#!/bin/sh
# SPDX-License-Identifier: MIT
# Make ./configure out of a checkout: list the tree's files, then run the Autotools if they have not run yet.
set -eu
cd "$(dirname "$0")"
mkdir -p m4
build-aux/sources.sh
if [ ! -x configure ] || [ ! -f Makefile.in ] ||
    [ -n "$(find configure.ac Makefile.am sources.am -newer Makefile.in)" ]; then
    autoreconf --install --warnings=all
fi
