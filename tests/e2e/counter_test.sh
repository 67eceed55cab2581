#!/bin/sh
# SPDX-License-Identifier: MIT
# A clerk's whole day at the counter with keys only, in Chinese on 80×24 and in English on 132×43.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
# keys that are counted: what is typed into fields is not
pressed=0
press() {
    pressed=$((pressed + $#))
    keys "$@"
}
usual_acceptance() {
    press Enter && shows "→ 群众已到窗口，开始收件" &&
        press Enter && shows "居民户口簿" &&
        keys -l "周八" && press Enter Enter && keys -l "530111199001010024" && press Enter && keys -l "13888880001" &&
        shows "13888880001" && press F8 && shows "全部材料已标记为收到" &&
        press F10 && shows "份数：" && still_shows "受理通知书" &&
        press Enter && shows "→ 结束本次办理" &&
        press Enter && shows "→ 呼叫下一位"
}
usual_refusal() {
    press Enter && shows "→ 群众已到窗口，开始收件" &&
        press Enter && shows "居民户口簿" &&
        keys -l "吴九" && press Enter Enter && keys -l "530111199001010016" && press Enter && keys -l "13888880003" &&
        press F6 && shows "F5 返回原处" && press 3 && shows "→ 不予受理：出具不予受理决定书" &&
        press Enter && keys -l "依法不属于本机关职权范围" && press Enter Enter && keys -l "盘龙区公安分局" &&
        press F10 && shows "份数：" && still_shows "依法不属于本机关职权范围" &&
        press Enter && shows "→ 结束本次办理" &&
        press Enter && shows "→ 呼叫下一位"
}
three_people() {
    for _ in 1 2 3; do as kiosk1 ticket issue "$item" || return 1; done
}
expect "people take numbers" three_people
screen_start 80 24 "'$BANSHI' -U wangfang"
expect "the first screen asks for the password" shows "登录"
keys Enter
expect "norm_1_1: signing on asks the appearance self-check" shows "佩戴工作牌"
expect "and supposes no answer" shows "待核对"
expect "norm_1_1: a member of the party is asked for the party badge" shows "佩戴党徽"
expect "the self-check is straight" straight 80
keys a Enter
expect "the counters are offered" shows "A1  户政窗口"
keys Enter
expect "the counter shows who waits" shows "[等候 3]"
expect "and what Enter will do" shows "→ 呼叫下一位"
expect "norm_2_2: the phrase of the step is shown with the number" shows "请B001号到A1"
expect "the counter is straight" straight 80
keys Enter
expect "norm_5_1: one key calls the next number" shows "已呼叫"
expect "and the next step is named" shows "→ 群众已到窗口，开始收件"
keys Enter
expect "norm_6_3: the intake opens with the item of the number" shows "B001  居民身份证首次申领、换领"
expect "with its materials" shows "居民户口簿"
keys F10
expect "what is lacking is told at its field" shows "! 此项必填"
expect "all of it at once" test "$(screen | grep -c "! 此项必填")" = 3
keys -l "张曲㛃"
keys Enter Enter
keys -l "530111199001010017"
keys Enter
expect "a wrong identity number is told at the field" shows "! 身份证号有误：校验位"
keys Up C-u
keys -l "530111199001010016"
keys Enter
keys -l "13888880000"
keys Enter
expect "what will be issued is said before committing" still_shows "受理：出具受理通知书"
expect "the form is straight" straight 80
keys F10
expect "norm_6_3: accepting without the required material is refused" shows "必要材料缺少"
keys F8
expect "one key marks all materials as received" shows "全部材料已标记为收到"
keys F10
expect "norm_6_4: what was issued is shown with its number" shows "官政服受〔$(TZ=Asia/Shanghai date +%Y)〕1号"
expect "norm_6_4: the acceptance notice" still_shows "受理通知书"
expect "the document is straight" straight 80
keys F9
expect "printing asks where to" shows "文件（.pdf或文本）"
keys C-u
keys -l "$demo_dir/receipt.txt"
keys Enter
expect "and says that it was done" shows "已打印到"
expect "the file has the document" grep -q "张曲㛃" "$demo_dir/receipt.txt"
keys Enter
expect "back at the counter the visit can be finished" shows "→ 结束本次办理"
expect "norm_3_4: what to say follows the decision" shows "现在为您受理，请收好受理通知书"
due=$(as wangfang --json case search 张曲㛃 | sed -n 's/.*"promised_due": *"\{0,1\}\([0-9-]*\).*/\1/p' | head -1)
keys v
expect "norm_3_4: and when to come for the result, by the case's own limit" \
    shows "请您于$(date -d "$due" +%-m月%-d日)凭本凭证来领取"
keys v
expect "norm_3_2: another phrase is a key away" shows "服务用语 · 叫号"
keys_until "服务用语 · 电话" v
expect "norm_3_3: the telephone's with centre and counter" shows "您好，官渡区政务服务中心（演示）A1 户政窗口"
keys_until "服务用语 · 已办结" v
expect "norm_3_7: the closing one with the item" shows "您的居民身份证首次申领、换领已经办好"
keys_until "服务用语 · 意见建议" v
expect "norm_3_5: what to say on suggestions" shows "谢谢您提出的宝贵意见"
keys Enter
expect "and is" shows "→ 呼叫下一位"
keys Enter
expect "the next one is called" shows "→ 群众已到窗口，开始收件"
keys F4
expect "skipping names the number and asks" shows "已呼叫B002，本人未到"
keys Enter
expect "Enter leaves it" hides "已呼叫B002，本人未到"
keys F3
expect "Enter is no: the number is still called" until_fact "called 2" "state || ' ' || calls from banshi.ticket where number = 'B002'"
keys F4 y
expect "norm_5: the number is skipped" shows "过号 1"
expect "norm_6_3: a usual acceptance, from calling to the end of the visit" usual_acceptance
expect "takes at most 12 keys besides what is typed" test "$pressed" -le 12
three_people > /dev/null
pressed=0
expect "norm_6_3: a usual refusal, from calling to the end of the visit, jumps to the decision" usual_refusal
expect "takes at most 13 keys besides what is typed" test "$pressed" -le 13
keys f
expect "a case is found again" shows "编号、姓名"
keys -l "zq"
expect "by pinyin initials" hides "吴九"
expect "which are those of the name" still_shows "张曲㛃"
expect "norm: identity numbers are masked in lists" still_shows "530111********0016"
keys Enter
expect "the case is shown in full" shows "530111199001010016"
expect "and its history, with the reading of it" shows "查阅"
keys Escape
expect "Esc goes back" shows "查办件"
keys Escape
expect "to the counter" shows "→ 呼叫下一位"
keys "?"
expect "? explains the keys" shows "办理下一步"
keys Escape
expect "and closes" shows "→ 呼叫下一位"
keys :
expect ": finds acts by pinyin" shows "筛选："
keys -l "zt"
expect "zt is 暂停" is_marked "暂停"
keys Escape
expect "palette closed" shows "→ 呼叫下一位"
keys o
expect "signing off asks" shows "关闭窗口并结束当班"
keys y
expect "and closes the counter" shows "已签退"
tmux -L "$tmux_socket" kill-server

LANGUAGE=en
three_people > /dev/null
screen_start 132 43 "LANGUAGE=en '$BANSHI' -U lina"
expect "English: sign on" shows "Password"
keys Enter
expect "English: self-check" shows "The staff badge is worn"
keys a Enter
expect "English: counters" shows "A1  户政窗口"
keys Enter
expect "English: the three lists are side by side" shows "Held 0"
expect "English: what Enter will do" shows "→ Call the next number"
expect "the wide counter is straight" straight 132
finish
