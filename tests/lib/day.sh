# SPDX-License-Identifier: MIT
# A day of everything at the demo centre, by the command line: `. tests/lib/day.sh; day_play` after demo_start. What it leaves is in every
# table; the first act that is refused ends it.
# shellcheck shell=sh disable=SC2086,SC2046 # words

# day_act COMMAND…: what it prints is shown only when it fails
day_act() {
    "$@" > "${demo_dir:?}/act" 2>&1 && return
    echo "refused: $*"
    cat "$demo_dir/act"
    return 1
}
# the number of a case: day_case NAME
day_case() {
    as wangfang --json case search "$1" | field number
}
# the number of a document: day_document WORD N
day_document() {
    echo "官政服$1〔$(date +%Y)〕$2号"
}
day_intake() { # day_intake NAME ARGUMENT…
    day_name=$1
    shift
    day_act as wangfang case intake 11530111MB0000019Y4000530000100 --name "$day_name" --id 530111199001010016 --phone 13888880000 "$@"
}

# numbers: every state that one can be in at the end of a day
day_numbers() {
    day_item=11530111MB0000019Y4000530000100
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        day_act as kiosk1 ticket issue "$day_item" --phone 13888880000 || return 1
    done
    day_act as kiosk1 ticket issue --queue 1 --priority elderly --proof 身份证 &&
        day_act as kiosk1 ticket issue --queue 1 --purpose enquiry &&
        day_act as wangfang session sign-on A1 &&
        day_act as wangfang ticket call-next && day_act as wangfang ticket recall && day_act as wangfang ticket serve &&
        day_act as wangfang ticket "done" &&
        day_act as wangfang ticket call-next && day_act as wangfang ticket skip &&
        day_act as wangfang ticket call-next && day_act as wangfang ticket return 叫错了 &&
        day_act as wangfang ticket call-next && day_act as wangfang ticket serve && day_act as wangfang ticket hold 等材料 &&
        day_act as wangfang ticket call-next && day_act as wangfang ticket serve &&
        day_act as wangfang ticket transfer 综合窗口可以一并办理 --queue 1 &&
        day_act as wangfang ticket leave B006 && day_act as zengchang ticket void B007 重复取号 &&
        day_act as wangfang counter pause 换班 && day_act as wangfang counter resume
}
# applications: every decision, and every step on the clock of one
day_cases() {
    day_act as wangfang ticket call-next && day_act as wangfang ticket serve &&
        day_intake 孙尚香 --all-received --outcome accept &&
        day_act as wangfang ticket "done" &&
        day_intake 甘夫人 --outcome supplement --days 15 --assistance &&
        day_intake 糜夫人 --outcome refuse --reason "申请事项不属于本机关职权范围。" --organ 昆明市公安局 &&
        day_intake 吴国太 --outcome not_required --reason "依法不需要取得行政许可。" &&
        day_intake 张翼德 --agent 关云长 --agent-id 440524188001010014 --agent-phone 13888880001 --authority 授权委托书 \
            --delivery post --note 请走邮寄 &&
        day_case_number=$(day_case 孙尚香) &&
        day_act as wangfang case suspend "$day_case_number" hearing --days 3 --note "定期举行听证会。" &&
        day_act as wangfang case resume "$day_case_number" &&
        day_act as zengchang case extend "$day_case_number" --days 5 --reason "案情复杂。" &&
        day_act as wangfang case finish "$day_case_number" granted &&
        day_act as wangfang case deliver "$day_case_number" --delivery post &&
        day_act as wangfang document issue enquiry "$day_item" applicant.name=乔公 &&
        day_act as wangfang document issue assistance "$(day_case 甘夫人)" assistance.note=请协助 &&
        day_act as wangfang document issue authority "$(day_case 张翼德)" authority.period=三个月 &&
        day_act as wangfang document serve "$(day_document 拒 1)" recipient=糜夫人 relation=本人 place=政务大厅 &&
        day_act as wangfang document void "$(day_document 不受 1)" --reason "名称有误。" --again &&
        day_act as wangfang document print "$(day_document 受 1)" "$demo_dir/printed.pdf"
}
# the house: people, roster, messages, incidents, forms, settings
day_house() {
    day_month=$(date -d '+40 days' +%Y-%m) &&
        day_act as zhaomin roster generate "$day_month" && day_act as zhaomin roster publish "$day_month" &&
        day_swap=$(fact "concat_ws(' ', a.login, x.day, l.number, b.login) from banshi.roster_duty as x
            join banshi.counter as l on l.id = x.counter join banshi.staff as a on a.id = x.published
            join banshi.staff as b on b.department = a.department and b.role = 'clerk' and b.id <> a.id
            where to_char(x.day, 'YYYY-MM') = '$day_month' and a.role = 'clerk' order by x.day, l.number, b.login limit 1") &&
        day_act as ${day_swap%% *} roster swap ${day_swap#* } --reason 家中有事 &&
        day_unassign=$(fact "concat_ws(' ', x.day, l.number) from banshi.roster_duty as x join banshi.counter as l on l.id = x.counter
            where to_char(x.day, 'YYYY-MM') = '$day_month' and x.published is not null order by x.day desc, l.number limit 1") &&
        day_act as zhaomin roster unassign $day_unassign &&
        day_act as zhaomin absence add lina leave "$(date -d '+60 days' +%F)" --note 年休假 &&
        day_act as zhaomin message send 请注意叫号秩序 && day_act as wangfang incident report 有人高声争吵 &&
        day_act as zhaomin incident follow 1 已到场劝导 &&
        day_act as admin staff new liubei 刘备 clerk --department 区税务局 --party &&
        day_act as zhaomin hours set "$(date -d '+90 days' +%F)" closed &&
        day_act as admin printer set escpos:/dev/null --kind slip --counter A1 &&
        day_act as zhaomin floor pause A1 设备检修 && day_act as zhaomin floor resume A1 &&
        printf '样表' > "$demo_dir/sample.txt" && day_act as admin material-form attach "$day_item" 1 sample "$demo_dir/sample.txt" &&
        day_act as zhaomin extension begin 提前下班 && day_act as zhaomin extension withdraw 点错了 &&
        day_act as zhaomin extension begin 下班时间已到 && day_act as zengchang extension ask 请留守 --counter A1
}
day_play() {
    day_numbers && day_cases && day_house
}
