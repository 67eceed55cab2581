#!/bin/sh
# SPDX-License-Identifier: MIT
# Printing: registers and whole days, documents and forms on a real IPP printer, with paper and without, off and unknown; what
# cannot be printed stays issued, and nothing is issued twice (norms 2.3, 6.4, 8.1).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
. "$abs_top_srcdir/tests/lib/printer.sh"
demo_start || { echo "1..0"; exit 1; }
trap 'printer_stop; demo_stop' EXIT
# a PDF on A4 or a slip: with the texts, all fonts embedded, no word outside of the page
good_pdf() {
    file=$1
    shift
    pdftotext -layout "$file" "$demo_dir/text" || return 1
    for text; do
        tr -d ' \n\f' < "$demo_dir/text" | grep -qF -- "$text" || { echo "no $text"; cat "$demo_dir/text"; return 1; }
    done
    pdffonts "$file" | awk 'NR > 2 && $(NF - 4) != "yes" { print; bad = 1 } END { exit bad || NR < 3 }' || return 1
    pdftotext -bbox "$file" "$demo_dir/boxes" && awk -F'"' '
        /<page / { width = $2; height = $4 }
        /<word / && ($2 < 0 || $4 < 0 || $6 > width + 0.5 || $8 > height + 0.5) { print; bad = 1 }
        END { exit bad }' "$demo_dir/boxes"
}
printed() { # printed NUMBER TEXT…
    rm -f "$demo_dir/paper.pdf"
    number=$1
    shift
    as wangfang document print "$number" "$demo_dir/paper.pdf" && good_pdf "$demo_dir/paper.pdf" "$number" "$@"
}

# one item with a long name and forty materials, an organisation with a long name
long_item=$(printf '关于%0.s' $(seq 55))
organisation=$(printf '官渡区某某新材料科技发展%0.s' 1 2 3 4 5)有限责任公司
long_catalogue() {
    printf '[{"code":"LONG1","name":"%s","department":"区公安分局","legal_basis":"某条例第一条","materials":[' "$long_item"
    for i in $(seq 40); do
        [ "$i" = 1 ] || printf ,
        printf '{"name":"第%s份名称相当长的申请材料（含附件一和附件二）","form":"both","originals":1,"copies":2,"standard":"加盖公章"}' "$i"
    done
    printf ']}]'
}
long_catalogue > "$demo_dir/long.json"
expect "an item with a long name and 40 materials" as admin import catalogue "$demo_dir/long.json"
"$BANSHI" demo play > "$demo_dir/played" 2>&1
case_number=$(as wangfang --json case search 张曲㛃 | sed -n 's/.*"number": "\(.*\)",/\1/p' | head -n 1)
expect "norm_6_4: acceptance" printed '官政服受〔2026〕1号' 张曲㛃 530111199001010016 第一联 第二联 受理日期 校验码
expect "norm_6_4: refusal with remedies" printed '官政服拒〔2026〕1号' 买买提·艾力 行政复议 六个月内 铁路运输法院
expect "an organisation's long case asks for 40 supplements" says supplement as wangfang --json case intake LONG1 \
    --name "$organisation" --kind enterprise --id 91530111MA0000007D --id-kind credit_code --phone 0871-67181234 \
    --agent 阿卜杜热合曼·买买提艾力 --agent-id 530111199001010024 --agent-phone 13888880001 \
    --authority 代为提交、补正和领取 --outcome supplement --days 15
expect "norm_2_7: assistance" as wangfang document issue assistance "$case_number" agent.name=李四 agent.authority=代为提交
expect "norm_8_1: a document is served" as wangfang document serve "官政服帮〔2026〕1号" recipient=张曲㛃 relation=self place=窗口
expect "norm_2_3: an enquiry" as wangfang document issue enquiry LONG1 applicant.name=李四
number=$(as kiosk1 --json ticket issue LONG1 | sed -n 's/.*"number": "\(.*\)",/\1/p')
expect "norm_5: a slip as dots" as zhulin document preview slip "escpos:$demo_dir/slip.bin" --ticket "$number"
expect "dots begin and end as printers want" sh -c \
    'head -c 5 "$1" | od -An -c | tr -d " \n" | grep -qF "033@035v0" && tail -c 4 "$1" | od -An -tx1 | grep -q "1d 56 42 00"' sh \
        "$demo_dir/slip.bin"

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
expect "the register on paper" good_pdf "$demo_dir/register-all.pdf" 文书登记簿 张曲㛃 第1页
expect "an existing file is not overwritten" says exists as wangfang register export "$demo_dir/register.csv"
expect "all documents of the day in one file" as wangfang register print "$demo_dir/day.pdf"
expect "the day's file" good_pdf "$demo_dir/day.pdf" 官政服受〔2026〕1号 官政服送〔2026〕1号 官政服告〔2026〕1号
counted() { # counted NUMBER…: each was printed there
    for one; do says "$demo_dir/day.pdf" as wangfang document prints "$one" || return 1; done
}
expect "norm_6_4: each of them is counted as printed, by whom and where" counted '官政服受〔2026〕1号' '官政服送〔2026〕1号' '官政服告〔2026〕1号'
expect "an unknown printer prints none" status 1 as wangfang register print printer:nowhere
expect "and counts none" [ "$(as wangfang document prints '官政服送〔2026〕1号' | wc -l)" = 2 ]
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
expect "has a bookmark for each" [ "$(grep -ac '/Title' "$demo_dir/day.pdf")" -ge 1 ]

printer_start "$demo_dir" > "$demo_dir/out" 2>&1
expect "a real printer" [ -n "${printer_uri:-}" ]
expect "only an administrator says which printer is used" status 1 as wangfang printer set "$printer_uri"
expect "the printer for all" as admin printer set "$printer_uri"
expect "a document goes to the printer" as wangfang document print '官政服受〔2026〕1号'
expect "the printer has it" printer_printed 1
spooled=$(find "$demo_dir/spool" -name '*.pdf')
expect "norm_6_4: with the right text and all fonts" good_pdf "$spooled" 受理通知书 张曲㛃 '官政服受〔2026〕1号'
expect "prints are counted" says '"prints": 3' as wangfang --json document show '官政服受〔2026〕1号'
# forms of materials, norm 6.2
item=11530111MB0000019Y4000530000100
cp "$demo_dir/day.pdf" "$demo_dir/申请表.pdf"
printf '申请人承诺书\n姓名：张㛃\n' > "$demo_dir/承诺书.txt"
pdftoppm -r 40 -f 1 -l 1 -png "$demo_dir/day.pdf" "$demo_dir/sample" && mv "$demo_dir"/sample-*.png "$demo_dir/样表.png"
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
    承诺书.txt) expect "with its text and all fonts" good_pdf "$(newest)" 申请人承诺书 姓名：张㛃 第1页 ;;
    *) expect "as a picture on a page" says "image" pdfimages -list "$(newest)" ;;
    esac
done
rm "$demo_dir"/spool/*.pdf
as wangfang document print '官政服受〔2026〕1号' > /dev/null && printer_printed 1 > /dev/null
printer_paper out
expect "without paper the clerk is told why" says "media-empty" as wangfang document print '官政服拒〔2026〕1号' --wait 2
printer_paper in
expect "and it is printed when there is paper again" printer_printed 2
printer_off
expect "a printer that is off is told" says "offline" as wangfang document print '官政服受〔2026〕1号'
expect "an unknown printer is told" status 1 as wangfang document print '官政服受〔2026〕1号' printer:nowhere
expect "without a printing system" says "did not take it" \
    env CUPS_SERVER=localhost:1 "$BANSHI" -U wangfang document print '官政服受〔2026〕1号' printer:nowhere
expect "a thermal printer that is off is told" says "did not take it" \
    as zhulin document preview slip escpos://localhost:1 --ticket "$number"
expect "a full disk is told" says "No space left" as wangfang document print '官政服受〔2026〕1号' escpos:/dev/full
expect "a full disk is told when a PDF is written" says "File too large" \
    sh -c 'trap "" XFSZ; ulimit -f 8; exec "$BANSHI" -U wangfang document print "$1" "$2"' sh '官政服受〔2026〕1号' "$demo_dir/full.pdf"
expect "and nothing half written is left" [ -z "$(find "$demo_dir" -maxdepth 1 -name 'full.pdf*')" ]
expect "the document stays issued" says '"state": "issued"' as wangfang --json document show '官政服受〔2026〕1号'
expect "and none is issued twice" [ "$(as wangfang --json document list "$case_number" | grep -c '"kind": "acceptance"')" = 1 ]

# the printing system itself
if PATH=$PATH:/usr/sbin command -v cupsd > /dev/null && command -v lpstat > /dev/null; then
    rm -f "$demo_dir"/spool/*
    printer_start "$demo_dir" > /dev/null
    expect "a printing system" cups_start "$demo_dir"
    expect "knows its printer" says TEST as wangfang printer list
    expect "a document goes through the printing system" as wangfang document print '官政服受〔2026〕1号' printer:TEST --wait 40
    expect "to the printer" printer_printed 1
    printer_paper out
    expect "whose paper is out" says "media-empty" as wangfang document print '官政服受〔2026〕1号' printer:TEST --wait 6
    printer_paper in
    expect "an unknown queue is told" says "did not take it" as wangfang document print '官政服受〔2026〕1号' printer:nowhere
    cups_stop
    printer_off
else
    echo "# cupsd (cups-daemon, cups-client) is not here: the printing system is not tried"
fi
finish
