# SPDX-License-Identifier: MIT
# What many tests start from is made once: `template NAME COMMAND…` leaves in $template_copy the folder tests/template/NAME of the
# build, which the command has filled (its last argument is the folder). It is made anew when the program or the day is another.
# shellcheck shell=sh
template() {
    template_copy=${abs_top_builddir:?}/tests/template/$1
    mkdir -p "$abs_top_builddir/tests/template"
    shift
    # tests run in parallel: one makes it, the others wait
    exec 9> "$template_copy.lock"
    flock 9
    if [ "$(cat "$template_copy.day" 2> /dev/null)" != "$(date +%F)" ] ||
        [ -n "$(find "$abs_top_builddir/.libs" "${abs_top_srcdir:?}/data" -newer "$template_copy.day" -type f -print -quit)" ]; then
        rm -rf "$template_copy" "$template_copy.day"
        mkdir "$template_copy"
        "$@" "$template_copy" && date +%F > "$template_copy.day"
    fi
    exec 9>&-
    [ -e "$template_copy.day" ]
}
