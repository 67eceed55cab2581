#!/bin/sh
# SPDX-License-Identifier: MIT
# A lunch break and a day's end, at the counter's terminal and at the floor beside it: two counters close and the one on duty takes
# their lines, somebody is missing, a stand-in is assigned; in the evening three unfinished visits of two departments go on.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
demo_day
police=$(fact "string_agg(login, ' ') from banshi.staff where login in ('wangfang', 'lina', 'zengchang', 'yangjie')")
# shellcheck disable=SC2086 # words
clock() { demo_clock "$1" $police zhaomin admin huanglei kiosk1; }
terminal() { # terminal NAME COLUMNS ROWS LOGIN TEXT: signed on, which shows the text
    terminal_start "$1" "$2" "$3" "'$BANSHI' -U $4"
    shows 登录 && keys Enter && shows "$5"
}
on_duty() { # on_duty COUNTER WHAT: the login or the name of who has it
    fact "s.$2 from banshi.roster_duty as d join banshi.counter as c on c.centre = d.centre and c.id = d.counter
          join banshi.staff as s on s.id = d.published where d.day = '$day' and c.number = '$1'"
}
queue_of() { # the queue that a counter alone of the department or all of it serves first
    fact "q.id from banshi.queue as q join banshi.queue_counter as qc on qc.queue = q.id
          join banshi.counter as c on c.id = qc.counter where c.number = '$1' and qc.lag = '0' order by q.code limit 1"
}
take() { as kiosk1 ticket issue --queue "$1"; }
number() { fact "max(number) from banshi.ticket where queue = $1"; }

expect "the clock stands at a morning" clock 09:30
one=$(on_duty A1 login) two=$(on_duty A4 login) missing=$(on_duty A4 name)
expect "two of the police have duty" test -n "$one" -a -n "$two" -a "$one" != "$two"
others=$(for login in $police; do [ "$login" = "$one" ] || [ "$login" = "$two" ] || echo "$login"; done)
third=$(echo "$others" | sed -n 1p) fourth=$(echo "$others" | sed -n 2p)
abroad=$(queue_of A5) tax=$(queue_of B5)
expect "the counters of the morning are opened" as "$one" session sign-on A1
expect "a second one" as "$third" session sign-on A2
expect "a third one" as "$fourth" session sign-on A5
expect "somebody takes a number for the third" take "$abroad"
first=$(number "$abroad")

# noon: the counter on duty at one terminal, the floor at another
clock 12:15
expect "who is on duty is at the counter" terminal counter 80 24 "$one" "A1 户政窗口"
expect "norm_7_3: and is asked to check in" shows "A1窗口值班 12:00–13:30：按 s 签到"
terminal floor 132 43 zhaomin 佩戴工作牌 > "$demo_dir/out"
keys F12
expect "beside it the floor" shows "窗口 24：开放 3"
expect "norm_7_3: which says who is missing" shows "A4 午间值班 12:00–13:30：$missing"
expect "two counters close" as "$third" session sign-off
expect "both" as "$fourth" session sign-off
expect "the floor shows it at once" shows "窗口 24：开放 1"
at counter
expect "norm_7_3: the line of the closed counter is the duty counter's" shows "$first"
expect "the counter at lunch is straight" straight 80
keys s
expect "one key checks in" shows "已签到：A1窗口值班至 13:30"
keys Enter
expect "norm_7_3: one key calls from the line of the closed counter" shows "已呼叫"
at floor
expect "the floor shows the call" shows "$first 已呼叫"
expect "and who is there, though late" shows "迟到"

# the stand-in, from the lead's roster
terminal lead 80 24 admin 佩戴工作牌 > "$demo_dir/out"
keys C-r
expect "norm_7_3: today at a glance: who is there" shows "迟到 1"
expect "and who is missing" shows "未到岗"
expect "the roster is straight" straight 80
keys Down Down
shows "s 指派顶岗" > "$demo_dir/out"
keys s
expect "a stand-in is proposed, the best first" shows "由谁顶岗？最合适的在前"
keys Enter
expect "norm_7_3: the stand-in is assigned, and expected, not missing" shows "顶替"
stand_in=$(on_duty A4 name)
expect "it is somebody else" test "$stand_in" != "$missing"
at floor
expect "norm_7_3: the floor shows it at once" shows "$stand_in"
expect "and nobody is missing there" hides "A4 午间值班 12:00–13:30：$missing"
expect "the floor is straight" straight 132
tmux -L "$tmux_socket" kill-server

# the day's end: the visit in hand, a second one that waits, one of another department
as "$one" ticket serve > "$demo_dir/out"
expect "in the afternoon a second one waits" take "$abroad"
expect "and one of another department" take "$tax"
second=$(number "$abroad") other=$(number "$tax")
expect "the centre gives numbers only while it is open" as admin centre set '{"issue_policy": "open"}'
clock 17:05
terminal floor 132 43 zhaomin 佩戴工作牌 > "$demo_dir/out"
keys F12
expect "norm_7_1: the day closes by itself, and the floor shows all three that are not finished" shows "延时服务 3"
expect "the clerk is still at the counter" terminal counter 80 24 "$one" "A1 户政窗口"
expect "with the visit in hand" shows "$first"
keys C-y
expect "extended hours are one key away" shows "[延时服务 3]"
expect "norm_7_1: the visit in hand goes on" shows "$first 办理中"
expect "so does the one that waits" shows "$second"
expect "and the other department's" shows "$other"
expect "since closing time" shows "17:00"
expect "extended hours are straight" straight 80
at floor
expect "no number is given any more" sh -c "! '$BANSHI' -U kiosk1 ticket issue --queue $tax > '$demo_dir/out' 2>&1"
expect "and why" grep -q '17:00 · 可取号时间' "$demo_dir/out"
at counter
keys Escape F9
expect "the visit in hand is finished" shows "无人"
at floor
expect "norm_7_1: two go on" shows "延时服务 2"
finish
