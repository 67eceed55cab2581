#!/bin/sh
# SPDX-License-Identifier: MIT
# Numbers are given in opening hours only: before them, at them and after them, at the machine and at a clerk's terminal. And the
# evening's register of extended hours, by keys and by command.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
demo_day
clock() { demo_clock "$1" huanglei wangfang zhaomin kiosk1; }
take() { as kiosk1 ticket issue --queue F; }
refused() { ! "$@" > "$demo_dir/out" 2>&1 && cat "$demo_dir/out"; }
told() { refused take | grep -qF -- "$1" || { cat "$demo_dir/out"; return 1; }; } # told WHAT: the machine refuses and says it
by_keys() { # a clerk gives a number of the first queue
    keys i
    shows "为哪个事项或队列取号？" > "$demo_dir/out" && keys Enter
    shows "来意" > "$demo_dir/out" && keys F10
}

expect "norm_4_4: a centre gives numbers in its opening hours unless it says otherwise" test "$(fact "column_default
    from information_schema.columns where table_schema = 'banshi' and column_name = 'issue_policy'")" = "'open'::text"
expect "as this one does" as admin centre set '{"issue_policy": "open"}'

# in the morning: half an hour before opening, numbers begin
expect "it is a morning" clock 08:10
expect "norm_4_4: the machine gives none before the hours" told "可取号时间 · ${day#*-} 08:30"
terminal_start clerk 80 24 "'$BANSHI' -U wangfang"
shows 登录 > "$demo_dir/out" && keys Enter
shows 佩戴工作牌 > "$demo_dir/out" && keys a Enter
shows "A1  户政窗口" > "$demo_dir/out" && keys Enter
expect "a clerk sees that it is closed" shows "现不在开放时间"
by_keys
expect "norm_4_4: and is told from when on numbers are given" shows "${day#*-} 08:30"
expect "no number was given" test "$(fact "count(*) from banshi.ticket")" = 0
tmux -L "$tmux_socket" kill-server
clock 08:30 > "$demo_dir/out"
expect "norm_4_4: half an hour before opening it does" take
clock 12:30 > "$demo_dir/out"
expect "at lunch, too" take
terminal_start clerk 80 24 "'$BANSHI' -U wangfang"
shows 登录 > "$demo_dir/out" && keys Enter
shows "[等候" > "$demo_dir/out"
by_keys
expect "a clerk gives one, too" shows "B001"

# in the evening
as huanglei session sign-on B5 > "$demo_dir/out"
as huanglei ticket call-next > "$demo_dir/out"
as huanglei ticket serve > "$demo_dir/out"
tmux -L "$tmux_socket" kill-server
clock 17:00 > "$demo_dir/out"
expect "norm_7_1: at closing time there are no more" told "17:00 · 可取号时间"
tax() { # the clerk's terminal, with extended hours
    terminal_start tax 80 24 "'$BANSHI' -U huanglei"
    shows 登录 && keys Enter
    shows "[等候" && keys C-y
}
tax > "$demo_dir/out"
expect "norm_7_1: the visit in hand goes on" shows "F001 办理中"
tmux -L "$tmux_socket" kill-server
clock 17:25 > "$demo_dir/out"
as huanglei ticket "done" > "$demo_dir/out"
tax > "$demo_dir/out"
expect "norm_7_1: and has its end" shows "17:00–17:25 25分"
keys End
expect "and its reason" still_shows "下班时未办结"
keys g
expect "norm_7_1: the register of the day is one key away" shows "延时服务台账 · $day"
expect "the register is straight" straight 80
keys Tab
expect "norm_7_1: so are the hours of the staff" shows "黄磊：共 25 分钟，1 天"
keys m
expect "of a month, too" hides "延时服务时长（按人员） · $day"
expect "which its title says" still_shows "延时服务时长（按人员） · ${day%-*}"
shows "F8 导出" > "$demo_dir/out" # it is read
keys x
shows "电子表格" > "$demo_dir/out" && keys F10
expect "they are written as a spreadsheet" shows "已写入"
expect "with who stayed" sh -c "unzip -p '$demo_dir'/延时服务时长-*.xlsx 'xl/*.xml' | grep -q 黄磊"
keys x
expect "a second file of the day has a number" shows "-2.xlsx"
keys Escape Escape Escape
shows "[等候 1]" > "$demo_dir/out" && keys o
expect "norm_7_1: who signs off is told who still waits" shows "下班后仍有 1 人在本窗口等候"
keys n
expect "the register goes on paper by command" as zhaomin extension export "${day%-*}" "$demo_dir/register.pdf"
expect "with its visits" sh -c "pdftotext -layout '$demo_dir/register.pdf' - | grep -q 'F001.*黄磊.*17:25'"
expect "as a table, the hours" as zhaomin extension export "$day" "$demo_dir/hours.csv" --hours
expect "in minutes" grep -q '"黄磊".*"25","1"' "$demo_dir/hours.csv"
finish
