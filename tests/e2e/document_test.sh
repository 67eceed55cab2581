#!/bin/sh
# SPDX-License-Identifier: MIT
# Documents that a citizen carries home: every kind on paper with the longest names there are, codes that scanners read,
# service and its proof, forms of materials; then the same from the keyboard (norms 2.3, 2.7, 6.2, 6.4, 8.1).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
demo_start || { echo "1..0"; exit 1; }
refused() { # refused TEXT COMMAND…
    text=$1
    shift
    "$@" > "$demo_dir/out" 2>&1 && { cat "$demo_dir/out"; return 1; }
    grep -qF -- "$text" "$demo_dir/out" || { cat "$demo_dir/out"; return 1; }
}
field() { sed -n "s/.*\"$1\": \"\(.*\)\",*/\1/p" | head -n 1; }
year=$(TZ=Asia/Shanghai date +%Y)
today=$(TZ=Asia/Shanghai date +%Y-%m-%d)
number() { echo "官政服$1〔$year〕$2号"; }

# every word between the margins and off the foot line, fonts embedded, each page with its number, heads of tables repeated
in_margins() {
    pdftotext -bbox "$1" "$demo_dir/boxes" && awk -F'"' '
        /<page / { width = $2; height = $4; slip = width < 300
            left = width < 150 ? 2 : slip ? 5 : 73; foot = slip ? 0 : height - 57 }
        /<word / && ($2 < left - 1 || $6 > width - left + 7 || $4 < 0 || $8 > height + 0.5) { print "outside: " $0; bad = 1 }
        /<word / && foot && $8 > foot && $4 < height - 48 { print "in the foot: " $0; bad = 1 }
        END { exit bad }' "$demo_dir/boxes"
}
embedded() { pdffonts "$1" | awk 'NR > 2 && $(NF - 4) != "yes" { print; bad = 1 } END { exit bad || NR < 3 }'; }
pages_are_numbered() { # pages_are_numbered FILE COPIES
    all=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
    each=$((all / $2))
    for page in $(seq "$all"); do
        pdftotext -raw -f "$page" -l "$page" "$1" - | tr -d ' \n' > "$demo_dir/page"
        grep -qF "第$(((page - 1) % each + 1))页共${each}页" "$demo_dir/page" || { cat "$demo_dir/page"; echo; return 1; }
        ! grep -q 名称相当长 "$demo_dir/page" || grep -qF 材料名称 "$demo_dir/page" || { echo "no head on page $page"; return 1; }
    done
}
paper() { # paper FILE COPIES TEXT…
    file=$1
    copies=$2
    shift 2
    in_margins "$file" && embedded "$file" || return 1
    [ "$copies" = 0 ] || pages_are_numbered "$file" "$copies" || return 1
    pdftotext -raw "$file" - | tr -d ' \n\f' > "$demo_dir/text"
    for text; do grep -qF -- "$text" "$demo_dir/text" || { echo "no $text"; cat "$demo_dir/text"; echo; return 1; }; done
}
printed() { # printed NUMBER COPIES TEXT…
    printed_number=$1
    shift
    rm -f "$demo_dir/paper.pdf"
    as wangfang document print "$printed_number" "$demo_dir/paper.pdf" && paper "$demo_dir/paper.pdf" "$@"
}

# the longest there is: an item's name of 110 characters, an organisation's of 60, a minority name of 12, 40 materials
long_item=$(printf '关于%0.s' $(seq 54))终了
organisation=$(printf '官渡区某某新材料科技发展%0.s' 1 2 3 4)股份有限责任公司昆明分部
minority=阿卜杜热合曼·买买提艾力
lengths() { for name; do printf %s "$name" | wc -m; done | tr "\n" " "; }
expect "names as long as can be" [ "$(lengths "$long_item" "$organisation" "$minority")" = "110 60 12 " ]
{
    printf '[{"code":"LONG1","name":"%s","department":"区公安分局","legal_basis":"某条例第一条","conditions":"%s",' "$long_item" "$long_item"
    printf '"statutory":{"n":20,"unit":"working_day"},"promised":{"n":10,"unit":"working_day"},"materials":['
    for i in $(seq 40); do
        [ "$i" = 1 ] || printf ,
        printf '{"name":"第%s份名称相当长的申请材料（含附件一和附件二）","form":"both","originals":1,"copies":2,"standard":"加盖公章"}' "$i"
    done
    printf ']}]'
} > "$demo_dir/long.json"
expect "they are imported" as admin import catalogue "$demo_dir/long.json"
intake() { # intake NUMBER OUTCOME…: a case of the organisation's, by the agent
    id=$1
    shift
    as wangfang --json case intake LONG1 --name "$organisation" --kind enterprise --id "$id" --id-kind credit_code --phone \
        0871-67181234 \
        --agent "$minority" --agent-id 530111199001010024 --agent-phone 13888880001 --authority 代为提交、补正和领取 --assistance "$@"
}
expect "a supplement" intake 91530111MA0000007D --outcome supplement --days 15
case_number=$(as wangfang --json case search 91530111MA0000007D | field number)
expect "an acceptance" intake 91350100M000100Y43 --all-received --outcome accept
accepted=$(as wangfang --json case search 91350100M000100Y43 | field number)
expect "a refusal" intake 11530111MB0000019Y --outcome refuse --reason "$long_item" --organ "$organisation"
expect "not required" intake 91530111MA0000007D --outcome not_required --reason "$long_item"
expect "a special procedure" as wangfang case suspend "$accepted" expert_review --days 30 --note "$long_item"
expect "its end" as wangfang case resume "$accepted"
expect "a prolongation" as zengchang case extend "$accepted" --days 10 --reason "$long_item"
expect "an enquiry" as wangfang document issue enquiry LONG1 "applicant.name=$minority"
expect "assistance" as wangfang document issue assistance "$case_number" "assistance.note=$long_item"
expect "its end" as wangfang document issue assistance_end "$case_number" assistance.result=completed
expect "a power of attorney" as wangfang document issue authority "$case_number" authority.period=三个月
expect "a promise later than the promised limit is refused" refused "tolerance.by" as wangfang document issue tolerance \
    "$accepted" tolerance.by=2099-01-01
expect "acceptance with a promise" as wangfang document issue tolerance "$case_number" "tolerance.by=$today"
expect "norm_8_1: service" as wangfang document serve "$(number 受 1)" "recipient=$minority" relation=agent "place=$long_item" \
    "note=$long_item"

expect "norm_2_3: supplement: forty materials, heads and page numbers on each page" printed "$(number 补 1)" 2 "$long_item" \
    "$organisation" "$minority" 第40份名称 补正期限
pages=$(pdfinfo "$demo_dir/paper.pdf" | sed -n 's/^Pages: *//p')
expect "that are several for each copy" [ "$pages" -ge 4 ]
expect "two copies, marked" paper "$demo_dir/paper.pdf" 2 第一联申请人 第二联存档
expect "norm_6_4: receipt" printed "$(number 收 1)" 2 "$organisation" 收到材料不等于受理 联系人"$minority"
expect "norm_6_4: acceptance" printed "$(number 受 1)" 2 "$long_item" 法定办结日期 承诺办结日期 签收时间 某条例第一条
expect "norm_6_4: refusal with remedies" printed "$(number 拒 1)" 2 "$long_item" "$organisation" 六十日内向 六个月内向 铁路运输法院
expect "norm_6_3: not required" printed "$(number 不受 1)" 2 "$long_item"
expect "special procedure" printed "$(number 特 1)" 2 专家评审 30个工作日 "$long_item"
expect "prolongation" printed "$(number 延 1)" 2 10个工作日 批准人 "$long_item"
expect "norm_2_3: enquiry" printed "$(number 告 1)" 2 "$minority" 第40份名称 办理条件
expect "norm_2_7: assistance" printed "$(number 帮 1)" 2 "$organisation" "$long_item"
expect "norm_2_7: its end" printed "$(number 帮结 1)" 2 办理结果办结
expect "power of attorney" printed "$(number 委 1)" 2 受托人"$minority" 三个月
expect "art. 38: a denial" says decided as wangfang --json case finish "$accepted" denied --note "$long_item"
expect "art. 38: with reasons and remedies" printed "$(number 不许 1)" 2 "$long_item" "$organisation" 六十日内向 六个月内向 铁路运输法院 受理日期
expect "on one page a copy, the signatures with the text" [ "$(pdfinfo "$demo_dir/paper.pdf" | sed -n 's/^Pages: *//p')" = 2 ]
expect "acceptance with a promise on paper" printed "$(number 容 1)" 2 第40份名称 补齐期限
expect "norm_8_1: proof of service" printed "$(number 送 1)" 1 "$minority" 代理人 直接送达 "$long_item" "$(number 受 1)"
expect "norm_8_1: the document shows it" says '"state": "served"' as wangfang --json document show "$(number 受 1)"
slip=$(as kiosk1 --json ticket issue LONG1 | field number)
expect "norm_5_2: a slip" as wangfang document preview slip "$demo_dir/slip.pdf" --ticket "$slip"
expect "norm_5_2: a slip on paper" paper "$demo_dir/slip.pdf" 0 "$slip" "$long_item"
as admin document layout slip > "$demo_dir/slip.layout"
printf 'narrow\n' >> "$demo_dir/slip.layout"
expect "norm_5_2: a layout for slips of 58 mm" as admin document layout-set slip "$demo_dir/slip.layout"
expect "norm_5_2: a slip of 58 mm" as wangfang document preview slip "$demo_dir/narrow.pdf" --ticket "$slip"
expect "norm_5_2: on paper" paper "$demo_dir/narrow.pdf" 0 "$slip" "$long_item"
expect "norm_5_2: that is narrower" says "136.063 x" pdfinfo "$demo_dir/narrow.pdf"
as admin document layout-set slip > /dev/null
expect "a voucher" as wangfang document preview voucher "$demo_dir/voucher.pdf" --case "$case_number" voucher.number=Y001 \
    "voucher.slot=$long_item" voucher.id='530111********0016'
expect "a voucher on paper" paper "$demo_dir/voucher.pdf" 0 Y001 "$organisation"
expect "a week's roster" as wangfang document preview roster_week "$demo_dir/week.pdf" "roster.period=$today"
expect "a week's roster on paper" paper "$demo_dir/week.pdf" 1 "$today"
for kind in roster register; do
    expect "$kind" as wangfang document preview $kind "$demo_dir/$kind.pdf" "$kind.title=$long_item" "$kind.period=$today"
    expect "$kind on paper" paper "$demo_dir/$kind.pdf" 1 "$long_item"
done
expect "norm_6_4: the register" as wangfang register export "$demo_dir/all.pdf"
expect "the register on paper" paper "$demo_dir/all.pdf" 1 文书登记簿 已送达

# the same bytes, metadata, bookmarks, codes
same() { as wangfang document print "$1" "$demo_dir/a.pdf" && as wangfang document print "$1" "$demo_dir/b.pdf" && cmp \
    "$demo_dir/a.pdf" "$demo_dir/b.pdf"; }
expect "the same document gives the same bytes" same "$(number 受 1)"
expect "norm_6_4: who printed it, when and where" says "$demo_dir/b.pdf" as wangfang document prints "$(number 受 1)"
expect "the file tells its title" says "受理通知书" pdfinfo "$demo_dir/a.pdf"
expect "and its number" says "$(number 受 1)" pdfinfo "$demo_dir/a.pdf"
expect "and has a bookmark" grep -aq /Outlines "$demo_dir/a.pdf"
scan() { pdftoppm -r 150 -f 1 -l 1 -png "$demo_dir/a.pdf" "$demo_dir/scan" && zbarimg -q --raw "$demo_dir"/scan-*.png 2> \
    /dev/null; }
code=$(scan)
expect "a scanner reads the number from the paper" [ "${code% *}" = "$(number 受 1)" ]
expect "with the value that proves it genuine" says genuine as wangfang --json document verify "${code% *}" "${code##* }"
expect "another value is told" refused altered as wangfang --json document verify "${code% *}" 0000000000000000
expect "a number that was never given too" refused unknown as wangfang --json document verify "$(number 受 99)"
expect "voided" as wangfang document void "$(number 告 1)" --reason 事项有误
expect "a void paper is told" refused '"void"' as wangfang --json document verify "$(number 告 1)"
expect "a void document is marked on paper" printed "$(number 告 1)" 2 作废
rare='张㛃䶮𬍛'
expect "rare characters" as wangfang document issue enquiry LONG1 "applicant.name=$rare"
expect "are printed" printed "$(number 告 2)" 2 "$rare"
expect "a character that no font has is named" refused "U+3F000" \
    as wangfang document preview register "$demo_dir/none.pdf" "register.title=$(printf '\360\277\200\200')"
expect "with the font packages" grep -qF fonts-noto-cjk "$demo_dir/out"
expect "and nothing half is left" [ ! -e "$demo_dir/none.pdf" ]

# layouts of the centre's own
as admin document layout refusal > "$demo_dir/refusal.layout"
expect "a layout is checked" as admin document check "$demo_dir/refusal.layout"
sed 's/{staff.name}/{staff.nmae}/' "$demo_dir/refusal.layout" > "$demo_dir/wrong.layout"
line=$(grep -n staff.nmae "$demo_dir/wrong.layout" | cut -d: -f1)
expect "an unknown placeholder is named with its line" refused "line · $line · {staff.nmae}" as admin document check \
    "$demo_dir/wrong.layout" --kind refusal
sed 's/{centre.court}/法院/' "$demo_dir/refusal.layout" > "$demo_dir/wrong.layout"
expect "what the law wants too, with its line in the program's own" refused "missing · {centre.court}" as admin document check \
    "$demo_dir/wrong.layout" --kind refusal

# forms of materials
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
expect "norm_2_3: the one-time notice is issued" shows "$(number 告 3)"
keys Escape
shows "Item guide" > /dev/null && keys Enter
expect "norm_6_2: the forms of its materials" shows 样表.jpg
expect "with straight frames" straight 80
keys Enter
expect "norm_6_2: a form is read" shows "受理通知书"
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
shows "第1份名称" > /dev/null && keys F7
expect "norm_6_2: the forms from the intake" shows 空白表.txt
keys Escape
shows "By an agent" > /dev/null && keys Escape
shows "In hand" > /dev/null && keys f
shows "Find a case" > /dev/null && keys -l 91350100M000100Y43
keys Enter
expect "the case shows what was served" shows served
keys i
expect "norm_2_7: issuing offers what is no decision" shows "acceptance of delegated assistance"
keys Right
shows "end of delegated assistance" > /dev/null && keys Right
expect "each kind asks for what it needs" shows "Authority for"
keys F10
expect "norm_2_7: a power of attorney is issued" shows "$(number 委 2)"
keys s
expect "norm_8_1: serving asks for all the proof says" shows "Relation"
expect "the agent is offered" shows "$minority"
keys F10
expect "norm_8_1: the proof comes next" shows "$(number 送 2)"
keys w
expect "norm_6_4: who printed it" shows "Not printed yet"
finish
