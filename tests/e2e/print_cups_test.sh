#!/bin/sh
# SPDX-License-Identifier: MIT
# The printing system itself, with a real IPP printer behind it: a document goes through, paper is out, a queue is unknown, the
# system is down (norm 6.4).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/printer.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
if ! command -v cupsd > /dev/null || ! command -v lpstat > /dev/null; then
    echo "1..0 # SKIP cupsd (cups-daemon, cups-client) is not here"
    exit 0
fi
demo_start || { echo "1..0"; exit 1; }
trap 'printer_stop; demo_stop' EXIT
item=11530111MB0000019Y4000530000100
accept() { as wangfang --json case intake $item --name 张曲㛃 --id 530111199001010016 --phone 13888880001 --all-received --outcome \
    accept; }

expect "norm_6_4: acceptance" accept
printer_start "$demo_dir" > "$demo_dir/out" 2>&1
expect "a real printer" [ -n "${printer_uri:-}" ]
expect "a printing system" cups_start "$demo_dir"
expect "knows its printer" says TEST as wangfang printer list
expect "a document goes through the printing system" as wangfang document print "$(number 受 1)" printer:TEST --wait 40
expect "to the printer" printer_printed 1
printer_paper out
expect "whose paper is out" says "no paper" as wangfang document print "$(number 受 1)" printer:TEST --wait 6
printer_paper in
expect "an unknown queue is told" says "no such printer" as wangfang document print "$(number 受 1)" printer:nowhere
cups_stop
expect "and when it is down, that" refused "the printing system does not run" env CUPS_SERVER="$demo_dir/cups/run/sock" \
    "$BANSHI" -U wangfang document print "$(number 受 1)" printer:TEST
expect "the document stays issued" says '"state": "issued"' as wangfang --json document show "$(number 受 1)"
finish
