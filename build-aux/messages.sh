#!/bin/sh
# SPDX-License-Identifier: MIT
# Write the translations as C: MSGFMT=… MSGUNFMT=… messages.sh CATALOGUE.po… > messages.c. What msgfmt checks and writes is
# sorted as strcmp() does.
set -eu
export LC_ALL=C
compiled=$(mktemp)
trap 'rm -f "$compiled" "$compiled.po"' EXIT

languages=
echo '#include "i18n.h"'
for catalog; do
    language=$(basename "$catalog" .po)
    languages="$languages $language"
    "${MSGFMT:-msgfmt}" --check -o "$compiled" "$catalog"
    "${MSGUNFMT:-msgunfmt}" --no-wrap -o "$compiled.po" "$compiled"
    echo
    echo "static const struct message ${language}[] = {"
    # the first entry is about the catalogue
    sed -e '1,/^$/d' -e 's/^msgid /    {/' -e 's/^msgstr /     ,/' -e 's/^"/     "/' -e 's/^$/    },/' "$compiled.po"
    echo '    },'
    echo '};'
done
printf '\nconst struct catalogue catalogues[] = {\n'
for language in $languages; do
    echo "    {\"$language\", $language, sizeof $language / sizeof ${language}[0]},"
done
printf '    {NULL, NULL, 0},\n};\n'
