#!/bin/sh
# SPDX-License-Identifier: MIT
# Forms of materials, attached, read and exported; then with keys alone: the guide of an item and its one-time notice, forms, a case
# of the longest names, its documents issued and served (norms 2.3, 2.7, 6.2, 6.4, 8.1).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
. "$abs_top_srcdir/tests/lib/long.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
demo_start || { echo "1..0"; exit 1; }
long_import > /dev/null
rare='张㛃䶮𬍛'
expect "a case of the longest names" long_intake 91350100M000100Y43 --all-received --outcome accept
expect "norm_8_1: whose document is served" as wangfang document serve "$(number 受 1)" "recipient=$minority" relation=agent place=窗口
expect "a refused one" long_intake 11530111MB0000019Y --outcome refuse --reason "$long_item" --organ "$organisation"
expect "on paper" printed "$(number 受 1)" 2 "$minority"

# forms of materials
cp "$demo_dir/paper.pdf" "$demo_dir/a.pdf"
item=11530111MB0000019Y4000530000100
pdftoppm -r 40 -f 1 -l 1 -png "$demo_dir/a.pdf" "$demo_dir/sample" && mv "$demo_dir"/sample-*.png "$demo_dir/样表.png"
pdftoppm -r 40 -f 1 -l 1 -jpeg "$demo_dir/a.pdf" "$demo_dir/sample" && mv "$demo_dir"/sample-*.jpg "$demo_dir/样表.jpg"
printf '申请表\n姓名：张㛃\n' | iconv -f UTF-8 -t GB18030 > "$demo_dir/空白表.txt"
cp "$demo_dir/a.pdf" "$demo_dir/申请表.pdf"
expect "norm_6_2: a PDF" as admin material-form attach $item 1 blank "$demo_dir/申请表.pdf"
expect "norm_6_2: pictures" as admin material-form attach $item 1 sample "$demo_dir/样表.png"
expect "of both types" as admin material-form attach $item 1 sample "$demo_dir/样表.jpg"
expect "norm_6_2: text of a Chinese spreadsheet's machine" as admin material-form attach $item 2 blank "$demo_dir/空白表.txt"
expect "norm_6_2: a form of another item" as admin material-form attach LONG1 1 blank "$demo_dir/空白表.txt"
printf '\177ELF' > "$demo_dir/program.pdf"
expect "a program that calls itself a form is refused" refused "not a PDF, PNG, JPEG or text file" as admin material-form attach \
    $item 1 blank "$demo_dir/program.pdf"
expect "a clerk attaches nothing" refused "not allowed" as wangfang material-form attach $item 1 blank "$demo_dir/申请表.pdf"
form() { as wangfang --json material-form list $item | tr -d '\n' | sed "s/.*\"id\": \([0-9]*\),[^{]*\"name\": \"$1\".*/\1/"; }
expect "norm_6_2: the text of a PDF" says "$(number 受 1)" as wangfang material-form show "$(form 申请表.pdf)"
expect "norm_6_2: text" says 张㛃 as wangfang material-form show "$(form 空白表.txt)"
expect "a picture has none" refused "print or export" as wangfang material-form show "$(form 样表.png)"
exported() { as wangfang material-form export "$(form "$1")" "$demo_dir/exported-$1" && cmp "$demo_dir/$1" \
    "$demo_dir/exported-$1"; }
for name in 申请表.pdf 样表.png 样表.jpg; do expect "norm_6_2: $name is exported as it is" exported "$name"; done
expect "never over another file" refused exists as wangfang material-form export "$(form 样表.png)" "$demo_dir/exported-样表.png"
expect "a form without a printer's name" refused "No printer" as wangfang material-form print "$(form 样表.png)"

# from the keyboard
as kiosk1 ticket issue LONG1 > /dev/null
screen_start 80 24 "'$BANSHI' -U wangfang"
shows "Sign on" > /dev/null && keys Enter && shows "self-check" > /dev/null && keys a Enter && shows "Which counter" > /dev/null \
    && keys Enter
expect "the counter opens" shows "In hand"
keys n
shows "Which item" > /dev/null && keys -l 首次申领
keys Enter
expect "norm_2_3: the guide of an item, all of it" shows "办理条件"
keys p
expect "the notice asks who is told" shows "Who is told"
keys -l "$rare"
keys Enter
expect "norm_2_3: the one-time notice is issued" shows "$(number 告 1)"
keys Escape
shows "Item guide" > /dev/null && keys Enter
expect "norm_6_2: the forms of its materials" shows 样表.jpg
expect "with straight frames" straight 80
keys Enter
expect "norm_6_2: a form is read" shows "受理通知书"
expect "and how much more there is" shows "more lines"
keys Escape
shows "KiB" > /dev/null && keys F8
expect "exporting asks where" shows "A file, printer:NAME"
keys C-u
keys -l "$demo_dir/by-key.pdf"
keys Enter
expect "norm_6_2: exported by a key" shows "Sent to $demo_dir/by-key.pdf"
expect "whole" cmp "$demo_dir/申请表.pdf" "$demo_dir/by-key.pdf"
keys Escape
shows "Item guide" > /dev/null && keys Escape
shows "In hand" > /dev/null && keys Enter
shows "The person is here" > /dev/null && keys n
expect "norm_2_3: the guide of the item of the number in hand" shows LONG1
keys Escape
shows "The person is here" > /dev/null && keys Enter
shows "Applicant's name" > /dev/null
for _ in 1 2 3 4 5 6 7 8; do keys Enter; done
still_shows "第1份名称" > /dev/null && keys F7
expect "norm_6_2: the forms from the intake" shows 空白表.txt
keys Escape
shows "By an agent" > /dev/null && keys Escape
shows "In hand" > /dev/null && keys f
shows "Find a case" > /dev/null && keys -l 11530111MB0000019Y
keys Enter
expect "a case whose head takes all the room, read with its lists" shows "▼ 47 more lines"
expect "opens at its head" hides "lines above"
expect "who, what, in which state" shows "State  refused"
keys Down
expect "and goes on to its documents" shows 不予受理决定书
keys Escape
shows "Find a case" > /dev/null && keys C-u && keys -l 91350100M000100Y43
keys Enter
expect "the case shows what was served" shows served
keys i
expect "norm_2_7: issuing offers what is no decision" shows "acceptance of delegated assistance"
keys Right
shows "end of delegated assistance" > /dev/null && keys Right
expect "each kind asks for what it needs" shows "Authority for"
keys F10
expect "norm_2_7: a power of attorney is issued" shows "$(number 委 1)"
keys s
expect "norm_8_1: serving asks for all the proof says" shows "Relation"
expect "the agent is offered" still_shows "$minority"
keys F10
expect "norm_8_1: the proof comes next" shows "$(number 送 2)"
keys w
expect "norm_6_4: who printed it" shows "Not printed yet"
finish
