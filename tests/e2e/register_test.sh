#!/bin/sh
# SPDX-License-Identifier: MIT
# Registers and whole days: as tables, spreadsheets and on paper, all documents of a day in one file; who is interrupted leaves
# nothing behind (norms 2.3, 6.4).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/long.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
accept() { as wangfang --json case intake $item --name 张曲㛃 --id 530111199001010016 --phone 13888880001 --all-received --outcome \
    accept; }

expect "an item with a long name and 40 materials" long_import
expect "norm_6_4: acceptance" accept
case_number=$(as wangfang --json case search 张曲㛃 | field number)
expect "an organisation's long case asks for 40 supplements" says supplement long_intake 91530111MA0000007D --outcome supplement \
    --days 15
expect "norm_2_7: assistance" as wangfang document issue assistance "$case_number" agent.name=李四 agent.authority=代为提交
expect "norm_8_1: a document is served" as wangfang document serve "$(number 帮 1)" recipient=张曲㛃 relation=self place=窗口
expect "norm_2_3: an enquiry" as wangfang document issue enquiry LONG1 applicant.name=李四

# registers and whole days
issued=$(as wangfang --json register show | grep -c '"number"')
expect "the register has every document of the day" [ "$issued" -ge 6 ]
expect "the register as CSV" as wangfang register export "$demo_dir/register.csv"
expect "that spreadsheets read as UTF-8" sh -c 'head -c 3 "$1" | od -An -tx1 | grep -q "ef bb bf" && grep -qF 张曲㛃 "$1"' sh \
    "$demo_dir/register.csv"
expect "with a line for each document" [ "$(wc -l < "$demo_dir/register.csv")" = $((issued + 1)) ]
expect "the register in GB 18030" as wangfang register export "$demo_dir/gb.csv" --gb18030
expect "with its rare characters" sh -c 'iconv -f GB18030 -t UTF-8 "$1" | grep -qF 张曲㛃' sh "$demo_dir/gb.csv"
expect "the register as a spreadsheet" as wangfang register export "$demo_dir/register.xlsx"
expect "that is one" sh -c 'head -c 2 "$1" | grep -q PK' sh "$demo_dir/register.xlsx"
expect "the register as PDF" as wangfang register export "$demo_dir/register-all.pdf"
expect "the register on paper" paper "$demo_dir/register-all.pdf" 1 文书登记簿 张曲㛃 第1页
expect "an existing file is not overwritten" says exists as wangfang register export "$demo_dir/register.csv"
expect "all documents of the day in one file" as wangfang register print "$demo_dir/day.pdf"
expect "the day's file" paper "$demo_dir/day.pdf" 0 "$(number 受 1)" "$(number 送 1)" "$(number 告 1)"
counted() { # counted NUMBER…: each was printed there
    for one; do says "$demo_dir/day.pdf" as wangfang document prints "$one" || return 1; done
}
expect "norm_6_4: each of them is counted as printed, by whom and where" counted "$(number 受 1)" "$(number 送 1)" "$(number 告 1)"
expect "an unknown printer prints none" status 1 as wangfang register print printer:nowhere
expect "and counts none" [ "$(as wangfang document prints "$(number 送 1)" | wc -l)" = 2 ]
expect "a day without documents is told" status 3 as wangfang register print "$demo_dir/none.pdf" 2026-01-01
interrupted() { # interrupted SIGNAL COMMAND…: the signal comes while the file is being written, and leaves nothing
    signal=$1
    shift
    mkdir "$demo_dir/interrupted" || return 1
    env --default-signal=INT "$@" > "$demo_dir/out" 2>&1 &
    pid=$!
    until find "/proc/$pid/fd" -lname "$demo_dir/interrupted/#*" 2> /dev/null | grep -q .; do
        [ -d "/proc/$pid" ] || { cat "$demo_dir/out"; return 1; }
    done
    kill -s "$signal" "$pid"
    wait "$pid"
    [ $? -gt 128 ] && rmdir "$demo_dir/interrupted"
}
for signal in INT TERM KILL; do
    expect "$signal in the middle of printing to a file leaves nothing behind" \
        interrupted "$signal" "$BANSHI" -U wangfang register print "$demo_dir/interrupted/day.pdf"
done
expect "has a bookmark for each" [ "$(bookmarks "$demo_dir/day.pdf" | grep -c .)" -ge 1 ]
finish
