#!/bin/sh
# SPDX-License-Identifier: MIT
# Write a registry: `registry.sh cmd srcdir tui/cmd/a.c …` lists in `cmd_registry[]` the `const struct cmd cmd_a` that
# the files define, by name.
set -eu
export LC_ALL=C
kind=$1
srcdir=$2
shift 2
names=$(for file; do
    sed -n "s/^const struct $kind ${kind}_\([a-z_]*\) = .*/\1/p" "$srcdir/$file"
done | sort)
cat <<END
/* The ${kind}s of tui/$kind, listed by build-aux/registry.sh. */
#include <config.h>

#include <stddef.h>

#include "$kind.h"

END
for name in $names; do
    printf 'extern const struct %s %s_%s;\n' "$kind" "$kind" "$name"
done
printf '\nconst struct %s *const %s_registry[] = {\n' "$kind" "$kind"
for name in $names; do
    printf '    &%s_%s,\n' "$kind" "$name"
done
printf '    NULL,\n};\n'
