#!/bin/sh
# SPDX-License-Identifier: MIT
# Printing: documents and forms on a real IPP printer, with paper and without, off and unknown; slips as dots; what cannot be
# printed stays issued, and nothing is issued twice (norms 6.2, 6.4).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/printer.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
demo_start || { echo "1..0"; exit 1; }
trap 'printer_stop; demo_stop' EXIT
item=11530111MB0000019Y4000530000100
accept() { as wangfang --json case intake $item --name 张曲㛃 --id 530111199001010016 --phone 13888880001 --all-received --outcome \
    accept; }

expect "a case" accept
case_number=$(as wangfang --json case search 张曲㛃 | field number)
expect "norm_6_4: acceptance" printed "$(number 受 1)" 2 "$(number 受 1)" 张曲㛃 530111199001010016 第一联 第二联 受理日期 校验码
expect "another case" as wangfang case intake $item --name 买买提·艾力 --id 530111199001010024 --phone 13888880002 --outcome refuse \
    --reason 不属于本机关职权范围。 --organ 区某局
expect "norm_6_4: refusal with remedies" printed "$(number 拒 1)" 2 "$(number 拒 1)" 买买提·艾力 行政复议 六个月内 铁路运输法院
cp "$demo_dir/paper.pdf" "$demo_dir/refusal.pdf"
ticket=$(as kiosk1 --json ticket issue $item | field number)
expect "norm_5: a slip as dots" as zhulin document preview slip "escpos:$demo_dir/slip.bin" --ticket "$ticket"
expect "dots begin and end as printers want" sh -c \
    'head -c 5 "$1" | od -An -c | tr -d " \n" | grep -qF "033@035v0" && tail -c 4 "$1" | od -An -tx1 | grep -q "1d 56 42 00"' sh \
        "$demo_dir/slip.bin"

printer_start "$demo_dir" > "$demo_dir/out" 2>&1
expect "a real printer" [ -n "${printer_uri:-}" ]
expect "only an administrator says which printer is used" status 1 as wangfang printer set "$printer_uri"
expect "the printer for all" as admin printer set "$printer_uri"
expect "a document goes to the printer" as wangfang document print "$(number 受 1)"
expect "the printer has it" printer_printed 1
spooled=$(find "$demo_dir/spool" -name '*.pdf')
expect "norm_6_4: with the right text and all fonts" paper "$spooled" 2 受理通知书 张曲㛃 "$(number 受 1)"
expect "prints are counted" says '"prints": 2' as wangfang --json document show "$(number 受 1)"
# forms of materials, norm 6.2
cp "$demo_dir/paper.pdf" "$demo_dir/申请表.pdf"
printf '申请人承诺书\n姓名：张㛃\n' > "$demo_dir/承诺书.txt"
pdftoppm -r 40 -f 1 -l 1 -png "$demo_dir/paper.pdf" "$demo_dir/sample" && mv "$demo_dir"/sample-*.png "$demo_dir/样表.png"
form() { as wangfang --json material-form list $item | tr -d '\n' | sed "s/.*\"id\": \([0-9]*\),[^{]*\"name\": \"$1\".*/\1/"; }
newest() { find "$demo_dir/spool" -name '*.pdf' -newer "$demo_dir/before"; }
form_printed() { # form_printed NAME COUNT: with the printer's rule, as the so-manieth print
    touch "$demo_dir/before"
    as wangfang material-form print "$(form "$1")" && printer_printed "$2"
}
printed_so_far=1
for form in 申请表.pdf 承诺书.txt 样表.png; do
    kind=blank
    [ "$form" != 样表.png ] || kind=sample
    printed_so_far=$((printed_so_far + 1))
    expect "norm_6_2: $form is attached" as admin material-form attach $item 1 "$kind" "$demo_dir/$form"
    expect "norm_6_2: and printed" form_printed "$form" "$printed_so_far"
    case $form in
    申请表.pdf) expect "as it is" cmp "$demo_dir/$form" "$(newest)" ;;
    承诺书.txt) expect "with its text and all fonts" paper "$(newest)" 1 申请人承诺书 姓名：张㛃 第1页 ;;
    *) expect "as a picture on a page" says "image" pdfimages -list "$(newest)" ;;
    esac
done
rm "$demo_dir"/spool/*.pdf
as wangfang document print "$(number 受 1)" > /dev/null && printer_printed 1 > /dev/null
printer_paper out
expect "without paper the clerk is told why" says "no paper" as wangfang document print "$(number 拒 1)" --wait 2
printer_paper in
expect "and it is printed when there is paper again" printer_printed 2
printer_off
expect "a printer that is off is told" says "switched off, or the network is down" as wangfang document print "$(number 受 1)"
expect "an unknown printer is told" status 1 as wangfang document print "$(number 受 1)" printer:nowhere
expect "without a printing system" says "the printing system does not run" \
    env CUPS_SERVER=localhost:1 "$BANSHI" -U wangfang document print "$(number 受 1)" printer:nowhere
expect "a thermal printer that is off is told" says "did not take it" \
    as zhulin document preview slip escpos://localhost:1 --ticket "$ticket"
expect "a full disk is told" says "No space left" as wangfang document print "$(number 受 1)" escpos:/dev/full
expect "a full disk is told when a PDF is written" says "File too large" \
    sh -c 'trap "" XFSZ; ulimit -f 8; exec "$BANSHI" -U wangfang document print "$1" "$2"' sh "$(number 受 1)" "$demo_dir/full.pdf"
expect "and nothing half written is left" [ -z "$(find "$demo_dir" -maxdepth 1 -name 'full.pdf*')" ]
expect "the document stays issued" says '"state": "issued"' as wangfang --json document show "$(number 受 1)"
expect "and none is issued twice" [ "$(as wangfang --json document list "$case_number" | grep -c '"kind": "acceptance"')" = 1 ]
finish
