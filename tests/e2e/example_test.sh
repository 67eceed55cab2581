#!/bin/sh
# SPDX-License-Identifier: MIT
# The library in a program of one's own: the example is built with what is installed alone, and sees what happens in the centre.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
demo_start || { echo "1..0"; exit 1; }
loop=${abs_top_builddir:?}/examples/.libs/loop
[ -x "$loop" ] || loop=$abs_top_builddir/examples/loop

# the example with a pipe that stays open as its input
begin() {
    mkfifo "$demo_dir/input" || return 1
    "$loop" zhulin < "$demo_dir/input" > "$demo_dir/seen" 2>&1 &
    pid=$!
    exec 8> "$demo_dir/input"
}
# waits until the example has printed the line
sees() {
    latest=$(($(date +%s) + 30))
    until grep -qxF -e "$1" "$demo_dir/seen"; do
        kill -0 "$pid" 2> /dev/null && [ "$(date +%s)" -lt "$latest" ] || { cat "$demo_dir/seen"; return 1; }
        sleep 0.05
    done
}
ends() {
    exec 8>&-
    wait "$pid"
}
knows_only_the_interface() {
    ! grep '#include' "$abs_top_srcdir/examples/loop.c" | grep -vE '<(banshi/banshi|errno|stdbool|stdio|string|unistd)\.h>'
}

expect "it knows the public interface alone" knows_only_the_interface
expect "it begins" begin
expect "connects and reads" sees "0 numbers"
expect "a number is taken" as kiosk1 ticket issue --queue 1
expect "it sees the number come" sees "A001 waiting "
expect "somebody signs on" as zhulin session sign-on 1
expect "and calls" as zhulin ticket call-next
expect "it sees it called" sees "A001 called "
expect "it ends with its input" ends
# its input stays open
wrong_login() {
    exec 8<> "$demo_dir/input"
    ! "$loop" nobody <&8 > "$demo_dir/seen" 2>&1 && grep -q '^loop: ' "$demo_dir/seen"
}
expect "a login that is none is refused in words" wrong_login
finish
