#!/bin/sh
# SPDX-License-Identifier: MIT
# The Chinese translation is complete and in step with the sources.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$tap_output"' EXIT

well_formed() {
    msgfmt --check -o /dev/null "$1"
}
complete() {
    msgmerge --quiet --no-fuzzy-matching -o "$folder/merged.po" "$1" "$abs_top_builddir/po/banshi.pot" &&
        msgattrib --untranslated --no-obsolete "$folder/merged.po" | grep '^msgid' > "$folder/untranslated"
    msgattrib --only-fuzzy --no-obsolete "$folder/merged.po" | grep '^msgid' >> "$folder/untranslated"
    sed '/^msgid ""$/d' "$folder/untranslated" | head -n 50
    ! [ -s "$folder/untranslated" ]
}

command -v xgettext > /dev/null || exit 77
for catalog in "$abs_top_srcdir"/po/*.po; do
    name=$(basename "$catalog")
    expect "$name is well formed" well_formed "$catalog"
    expect "$name translates every message of the sources" complete "$catalog"
done
finish
