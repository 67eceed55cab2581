#!/bin/sh
# SPDX-License-Identifier: MIT
# Documents that a citizen carries home: every kind on paper with the longest names there are, codes that scanners read, layouts
# (norms 2.3, 2.7, 5.2, 6.4, 8.1).
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/long.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
demo_start || { echo "1..0"; exit 1; }
lengths() { for name; do printf %s "$name" | wc -m; done | tr "\n" " "; }
expect "names as long as can be" [ "$(lengths "$long_item" "$organisation" "$minority")" = "110 60 12 " ]
expect "they are imported" long_import
expect "a supplement" long_intake 91530111MA0000007D --outcome supplement --days 15
case_number=$(as wangfang --json case search 91530111MA0000007D | field number)
expect "an acceptance" long_intake 91350100M000100Y43 --all-received --outcome accept
accepted=$(as wangfang --json case search 91350100M000100Y43 | field number)
expect "a refusal" long_intake 11530111MB0000019Y --outcome refuse --reason "$long_item" --organ "$organisation"
expect "not required" long_intake 91530111MA0000007D --outcome not_required --reason "$long_item"
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
expect "art. 38: a denial" says decided as wangfang --json case finish "$accepted" denied --note "$long_item"

# all of them in one file, a line a page; a document's pages have its number in the foot
expect "all kinds on paper" as wangfang register print "$demo_dir/day.pdf"
page_lines "$demo_dir/day.pdf" > "$demo_dir/day"
expect "no word outside of the margins" in_margins "$demo_dir/day.pdf"
expect "all fonts embedded" embedded "$demo_dir/day.pdf"
of_day() { # of_day NUMBER COPIES TEXT…
    grep -F "${1}校验码" "$demo_dir/day" > "$demo_dir/pages" || { echo "no page of $1"; return 1; }
    shift
    pages_have "$demo_dir/pages" "$@"
}
pages() { grep -c . "$demo_dir/pages"; }
expect "norm_2_3: supplement: forty materials, heads and page numbers on each page" of_day "$(number 补 1)" 2 "$long_item" \
    "$organisation" "$minority" 第40份名称 补正期限
expect "that are several for each copy" [ "$(pages)" -ge 4 ]
expect "two copies, marked" pages_have "$demo_dir/pages" 2 第一联申请人 第二联存档
expect "norm_6_4: receipt" of_day "$(number 收 1)" 2 "$organisation" 收到材料不等于受理 联系人"$minority"
expect "norm_6_4: acceptance" of_day "$(number 受 1)" 2 "$long_item" 法定办结日期 承诺办结日期 签收时间 某条例第一条
expect "norm_6_4: refusal with remedies" of_day "$(number 拒 1)" 2 "$long_item" "$organisation" 六十日内向 六个月内向 铁路运输法院
expect "norm_6_3: not required" of_day "$(number 不受 1)" 2 "$long_item"
expect "special procedure" of_day "$(number 特 1)" 2 专家评审 30个工作日 "$long_item"
expect "prolongation" of_day "$(number 延 1)" 2 10个工作日 批准人 "$long_item"
expect "norm_2_3: enquiry" of_day "$(number 告 1)" 2 "$minority" 第40份名称 办理条件
expect "norm_2_7: assistance" of_day "$(number 帮 1)" 2 "$organisation" "$long_item"
expect "norm_2_7: its end" of_day "$(number 帮结 1)" 2 办理结果办结
expect "power of attorney" of_day "$(number 委 1)" 2 受托人"$minority" 三个月
expect "art. 38: with reasons and remedies" of_day "$(number 不许 1)" 2 "$long_item" "$organisation" 六十日内向 六个月内向 铁路运输法院 受理日期
expect "on one page a copy, the signatures with the text" [ "$(pages)" = 2 ]
expect "acceptance with a promise on paper" of_day "$(number 容 1)" 2 第40份名称 补齐期限
expect "norm_8_1: proof of service" of_day "$(number 送 1)" 1 "$minority" 代理人 直接送达 "$long_item" "$(number 受 1)"
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
expect "a week's roster" as wangfang document preview roster_week "$demo_dir/week.pdf" "roster.first=$today"
expect "a week's roster on paper" paper "$demo_dir/week.pdf" 1 "$today"
for kind in roster register; do
    expect "$kind" as wangfang document preview $kind "$demo_dir/$kind.pdf" "$kind.first=$today" "$kind.last=$long_item"
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
created=$(fact "to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') from banshi.document where number = '$(number 受 1)'")
expect "and when it was issued" says "CreationDate:    $created" env TZ=UTC pdfinfo -isodates "$demo_dir/a.pdf"
expect "and its number" says "$(number 受 1)" pdfinfo "$demo_dir/a.pdf"
expect "and has a bookmark" says "$(number 受 1)" bookmarks "$demo_dir/a.pdf"
scan() { pdftoppm -r 150 -f 1 -l 1 -png "$demo_dir/a.pdf" "$demo_dir/scan" && zbarimg -q --raw "$demo_dir"/scan-*.png 2> \
    /dev/null; }
code=$(scan)
expect "a scanner reads the number from the paper" [ "${code% *}" = "$(number 受 1)" ]
expect "with the value that proves it genuine" says genuine as wangfang --json document verify "${code% *}" "${code##* }"
printed_check() { # what a person reads in the foot
    pdftotext -raw "$demo_dir/a.pdf" - | sed -n "s/.*校验码 *\([0-9a-f ]*\).*/\1/p" | head -n 1
}
expect "the value that a person reads proves it, too" says genuine as wangfang --json document verify "$(number 受 1)" "$(printed_check)"
expect "which is all of it" [ "$(printed_check | tr -d ' \n' | wc -c)" = 16 ]
expect "another value is told" refused altered as wangfang --json document verify "${code% *}" 0000000000000000
expect "a number that was never given too" refused unknown as wangfang --json document verify "$(number 受 99)"
expect "voided" as wangfang document void "$(number 告 1)" --reason 事项有误
expect "a void paper is told" refused '"void"' as wangfang --json document verify "$(number 告 1)"
expect "a void document is marked on paper" printed "$(number 告 1)" 2 作废
rare='张㛃䶮𬍛'
expect "rare characters" as wangfang document issue enquiry LONG1 "applicant.name=$rare"
expect "are printed" printed "$(number 告 2)" 2 "$rare"
expect "a character that no font has is named" refused "U+3F000" \
    as wangfang document preview register "$demo_dir/none.pdf" "register.first=$(printf '\360\277\200\200')"
expect "with the font packages" grep -qF fonts-noto-cjk "$demo_dir/out"
expect "and nothing half is left" [ ! -e "$demo_dir/none.pdf" ]

# layouts of the centre's own
as admin document layout refusal > "$demo_dir/refusal.layout"
expect "a layout is checked" as admin document check "$demo_dir/refusal.layout"
sed 's/{staff.name}/{staff.nmae}/' "$demo_dir/refusal.layout" > "$demo_dir/wrong.layout"
line=$(grep -n staff.nmae "$demo_dir/wrong.layout" | cut -d: -f1)
expect "an unknown placeholder is named with its line" refused "line · $line · {staff.nmae}" as admin document check \
    "$demo_dir/wrong.layout" --kind refusal
sed 's/{centre.court or [^}]*}/法院/' "$demo_dir/refusal.layout" > "$demo_dir/wrong.layout"
expect "what the law wants too, with its line in the program's own" refused "missing · {centre.court or …}" as admin document check \
    "$demo_dir/wrong.layout" --kind refusal
finish
