#!/bin/sh
# SPDX-License-Identifier: MIT
# The program speaks Chinese, or English to who asks for it, on a system that has generated no locale.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
unset LANGUAGE LC_ALL LC_MESSAGES LC_CTYPE LANG
LOCPATH=$(mktemp -d)
export LOCPATH
trap 'rm -rf "$LOCPATH" "$tap_output"' EXIT

# speaks WORDS SETTING…
speaks() {
    words=$1
    shift
    env "$@" "$BANSHI" --help > "$LOCPATH/help" && grep -F "$words" "$LOCPATH/help" || { cat "$LOCPATH/help"; return 1; }
}
for setting in LANG= LANG=C.UTF-8 LC_ALL=C LANG=POSIX LANG=zh_CN.UTF-8 LC_MESSAGES=zh_CN LANGUAGE=zh_CN:en; do
    expect "Chinese with $setting" speaks "用法：" "$setting"
done
for setting in LANG=en_US.UTF-8 LC_ALL=en_GB.UTF-8 LC_MESSAGES=en LANGUAGE=en; do
    expect "English with $setting" speaks "Nouns:" "$setting"
done
expect "English with LANGUAGE=en where the locale is Chinese" speaks "Nouns:" LANGUAGE=en LANG=zh_CN.UTF-8
expect "Chinese with LANGUAGE=zh_CN where the locale is English" speaks "用法：" LANGUAGE=zh_CN LANG=en_US.UTF-8
finish
