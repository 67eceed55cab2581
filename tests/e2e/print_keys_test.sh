#!/bin/sh
# SPDX-License-Identifier: MIT
# With keys alone: a case's document is found, printed on a real printer, voided; registers and deadlines are exported and
# printed; the clock of a case is stopped and goes on; an administrator chooses printers (norms 6.4, 6.5).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
. "$abs_top_srcdir/tests/lib/printer.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
demo_start || { echo "1..0"; exit 1; }
trap 'printer_stop; demo_stop' EXIT
"$BANSHI" demo play > "$demo_dir/played" 2>&1
printer_start "$demo_dir" > "$demo_dir/out" 2>&1
expect "a real printer" [ -n "${printer_uri:-}" ]
expect "is used for all" as admin printer set "$printer_uri"

screen_start 80 24 "'$BANSHI' -U wangfang"
shows "Sign on" && keys Enter && shows "self-check" && keys a Enter && shows "Which counter" && keys Enter
expect "the counter opens" shows "In hand"
keys f
expect "finding the case" shows "Number, name, identity number"
keys -l 张曲㛃
keys Enter
expect "what was typed is what opens, however fast" shows 官政服受
keys Enter
expect "its document" shows 收到的材料如下
keys F9
expect "norm_6_4: printed by one key" shows "Printed to ipp"
printer_hang
keys F9
expect "a printer that answers nothing" shows "Printing to ipp"
keys F1
expect "blocks no key" shows "Show what each key does here"
keys Escape
expect "and is told after a while" shows "· does not"
printer_wake && printer_off
keys F8
expect "another place is asked for" shows "A file (.pdf"
keys C-u
keys -l escpos:/dev/full
keys Enter
expect "a full disk is told on the screen" shows "No space left"
expect "and the document is still issued" test "$(fact "state from banshi.document where number = '$(number 受 1)'")" = issued
printer_start "$demo_dir" > /dev/null && as admin printer set "$printer_uri" > /dev/null
keys Escape && shows "History" && keys Enter && shows 收到的材料如下
keys F9
expect "and printed later" shows "Printed to ipp"
keys d
expect "voiding asks for the reason" shows "Reason"
keys Enter
expect "which is needed" shows "This is needed"
keys -l 姓名有误
keys Enter
expect "and whether it is issued anew" shows "Only void it"
keys Enter
expect "norm_6_4: the new one refers to the void one" shows "Replaces $(number 受 1)"
back_to_the_counter() {
    keys Escape && shows "voided" && keys Escape && shows "Find a case" && keys Escape && shows "In hand"
}
expect "Esc goes back step by step" back_to_the_counter
keys r
expect "the register opens" shows "Documents of today"
expect "with what each document is" shows 不予受理决定书
expect "and the selected line in full" still_shows 居民身份证首次申领、换领
keys x
expect "it is exported" shows "Spreadsheet"
keys Enter C-u
keys -l "$demo_dir/keys.xlsx"
keys F10
expect "to a spreadsheet" shows "Written to"
keys x
shows "Spreadsheet" && keys Right Right Right Enter C-u
keys -l "$demo_dir/keys-register.pdf"
keys F10
expect "or a PDF" shows "Written to"
expect "by the layout of registers" paper "$demo_dir/keys-register.pdf" 1 文书登记簿 张曲㛃
keys F7
expect "the list itself is printed where the rule says" shows "$printer_uri"
keys F10
expect "on the printer" shows "Printed to ipp"
keys p
expect "all documents are printed" shows "Print all documents of the day"
keys C-u
keys -l "$demo_dir/keys.pdf"
keys Enter
expect "into one file" shows "Printed to"
expect "with all of them" paper "$demo_dir/keys.pdf" 0 "$(number 受 2)"
expect "norm_6_4: each counted as printed" says "$demo_dir/keys.pdf" as wangfang document prints "$(number 受 2)"

# a number given at the counter has its slip
mkfifo "$demo_dir/slip" && cat <> "$demo_dir/slip" > "$demo_dir/slip.bin" &
slip_printer=$!
trap 'kill "$slip_printer"; printer_stop; demo_stop' EXIT
as admin printer set "escpos:$demo_dir/slip" --kind slip > /dev/null
keys Escape && shows "In hand"
keys i
expect "a number is given" shows "A number for which item or queue?"
keys Enter && shows "Purpose" && keys F10
expect "to somebody" shows "ahead"
slip_is_there() {
    slip_until=$(($(date +%s) + 15))
    until [ -s "$demo_dir/slip.bin" ] && tail -c 4 "$demo_dir/slip.bin" | od -An -tx1 | grep -q "1d 56 42 00"; do
        [ "$(date +%s)" -lt "$slip_until" ] || return 1
        sleep 0.05
    done
}
expect "norm_5_2: whose slip comes out of the slip printer" slip_is_there
slips() { od -An -v -tx1 "$demo_dir/slip.bin" | tr -d '\n' | grep -o "1d 56 42 00" | wc -l; }

# what is due, from anywhere
keys C-g
expect "the deadlines are one key away" shows "Deadlines"
expect "what is uncertain has its letter" shows "P provisional 1"
keys F8
shows "Spreadsheet" && keys Right Enter C-u
keys -l "$demo_dir/due.csv"
keys F10
expect "they are exported" shows "Written to"
expect "as a table" grep -q 张曲㛃 "$demo_dir/due.csv"
expect "the slip came out once" test "$(slips)" = 1
keys F9
expect "and printed" shows "$printer_uri"
keys F10
expect "as the rule says" shows "Printed to ipp"
keys Enter
expect "Enter opens the case" shows "s Suspend"
keys s
expect "the clock is stopped by a form" shows "Special procedure"
keys Enter
keys -l 5
expect "which says until when" shows "Resumed by"
keys Enter
keys -l 听证会定于下周举行
keys F10
expect "art. 45: the written notice opens" shows 特别程序告知书
keys F9
expect "and is printed" shows "Printed to ipp"
keys Escape
expect "the case is suspended" shows "suspended"
keys n
expect "what may be done meanwhile is to end it" shows "[ended]"
keys Escape
keys r
expect "or to resume" shows "days of the special procedure do not count"
keys F10
expect "which is done" shows "accepted"
expect "an accepted case is not decided on again" hides "e Decide"
case_number=$(as wangfang --json case search 张曲㛃 | field number)
as wangfang case finish "$case_number" denied --note 不符合法定条件。 > /dev/null
expect "what another terminal does to the case is there without a key" shows "denied"
expect "art. 38: with its document" shows 不予行政许可决定书
expect "a longer case says that it goes on" still_shows "more lines"
keys End
expect "to the end" shows "lines above"
keys Home && keys Down
keys F9
expect "a document is printed from the case by one key" shows "Printed to ipp"
expect "a longer document says that it goes on" still_shows "more lines"
keys NPage
expect "and is scrolled" shows "lines above"
keys Escape && shows "Materials" && keys Escape && shows "Deadlines" && keys Escape && shows "In hand" &&
    keys f && shows "Number, name, identity number"
keys -l 买买提
keys F9
expect "the newest document of what was typed, however fast, is printed by one key" shows "Printed to ipp"
expect "that is the case's" shows 不予受理决定书

# the rules, by an administrator
tmux -L "$tmux_socket" respawn-pane -k "'$BANSHI' -U admin"
shows "Sign on" && keys Enter
expect "an administrator signs on" shows "self-check"
keys C-v
expect "the printers are one key away" shows "Which printer is used"
shows "Use for" > /dev/null && keys n
expect "a rule is for a counter" shows "At which counter"
keys Enter
expect "and a kind" shows "Which kind of document"
keys -l 受理通知书
keys Enter
expect "and names a printer" shows "escpos:DEVICE"
keys C-u
keys -l "$printer_uri"
keys Enter
expect "it is stored" shows "The rules are stored"
expect "for everybody" says acceptance as wangfang printer rules
keys x
expect "taking one away asks first, and names it" shows "no longer on"
keys y
expect "then it is gone" hides "no longer on"
fewer() { [ "$(as wangfang --json printer rules | grep -c '"destination"')" = "$1" ]; }
expect "for everybody too" fewer 2
finish
