#!/bin/sh
# SPDX-License-Identifier: MIT
# Documents as PDF.
set -eu
exec "${abs_top_builddir:?}/tests/bench/paper"
