#!/bin/sh
# SPDX-License-Identifier: MIT
# A lunch break played at three terminals: two counters are closed, the one on duty takes their line, somebody is missing, a
# stand-in is assigned and a second terminal shows it; two supervisors change one duty; a swap; files. Then a day's end with
# three unfinished visits of two departments.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
says() { # says TEXT COMMAND…
    text=$1
    shift
    "$@" 2>&1 | tee "$demo_dir/out" | grep -qF -- "$text" || { cat "$demo_dir/out"; return 1; }
}
# several terminals on one server: `at NAME` says which one keys and shows mean
tmux_socket=banshi-$$
at() { terminal=$1; }
keys() { tmux -L "$tmux_socket" send-keys -t "$terminal" "$@"; }
screen() { tmux -L "$tmux_socket" capture-pane -t "$terminal" -p; }
terminal_start() { # terminal_start NAME COLUMNS ROWS LOGIN TEXT: signed on, which shows the text
    terminal=$1
    tmux -L "$tmux_socket" -f /dev/null new-session -d -s "$1" -x "$2" -y "$3" "'$BANSHI' -U $4"
    shows 登录 && keys Enter && shows "$5"
}
owner() {
    PGPASSFILE="$BANSHI_STATE_DIR/pgpass" "$PG_BINDIR/psql" -h "$BANSHI_STATE_DIR/run" -U banshi -d banshi -XqAt -v \
        ON_ERROR_STOP=1 "$@"
}
# a day in the middle of the week, and its clock: sessions that begin later have it
clock() {
    for login in wangfang lina yangjie zengchang zhaomin admin huanglei kiosk1; do
        echo "grant banshi_clock to $login; alter role $login set banshi.clock = '$day $1+08';"
    done | owner
}
day=$(owner -c "select g::date from generate_series(current_date + 1, current_date + 40, interval '1 day') as g,
                (select min(id) as centre from banshi.centre) as c
                where banshi.is_working(c.centre, g::date) and extract(isodow from g) between 2 and 3 order by g limit 1")
owner -c "create role banshi_clock" > /dev/null
expect "the clock stands at a morning" clock 09:30
on_duty() { as admin --json roster show "$day" | tr -d '\n' | sed 's/}/}\n/g' | sed -n \
    "s/.*\"counter_label\": \"$1\".*\"login\": \"\([a-z]*\)\".*/\1/p"; }
one=$(on_duty A1) two=$(on_duty A4)
expect "two of the police have duty, on different counters" test -n "$one" -a -n "$two" -a "$one" != "$two"
others=$(for login in wangfang lina zengchang yangjie; do
    [ "$login" = "$one" ] || [ "$login" = "$two" ] || echo "$login"
done)
third=$(echo "$others" | sed -n 1p) fourth=$(echo "$others" | sed -n 2p)
abroad=$(as admin --json queue list | tr -d '\n' | sed 's/}/}\n/g' | sed -n \
    's/.*"code": "\([A-Z]*\)".*"counters": "[^"]*A5[^"]*".*/\1/p' | head -1)
tax=$(as admin --json queue list | tr -d '\n' | sed 's/}/}\n/g' | sed -n \
    's/.*"code": "\([A-Z]*\)".*"counters": "[^"]*B5[^"]*".*/\1/p' | head -1)
queue_id() { as admin --json queue list | tr -d '\n' | sed 's/}/}\n/g' | sed -n \
    "s/.*\"id\": \([0-9]*\),.*\"code\": \"$1\".*/\1/p"; }
take() { as kiosk1 ticket issue --queue "$(queue_id "$1")"; }
expect "the counters of the morning are opened" as "$one" session sign-on A1
expect "a second one" as "$third" session sign-on A2
expect "a third one" as "$fourth" session sign-on A5
expect "somebody takes a number for the third" take "$abroad"
number=$(as "$fourth" --json ticket list | sed -n 's/.*"number": "\([A-Z0-9]*\)".*/\1/p' | head -1)

expect "noon comes" clock 12:15
expect "two counters close" as "$third" session sign-off
expect "both" as "$fourth" session sign-off

expect "the person on duty is at the counter" terminal_start duty 80 24 "$one" "A1 户政窗口"
expect "norm_7_3: and is asked to check in" shows "A1窗口值班 12:00–13:30：按 s 签到"
expect "the line of the closed counter is there" shows "$number"
expect "the counter at lunch is straight" straight 80
keys s
expect "one key checks in" shows "已签到：A1窗口值班至 13:30"
keys Enter
expect "norm_7_3: one key calls from the line of the closed counter" shows "已呼叫"

terminal_start second 132 43 admin 佩戴工作牌
keys C-r
expect "the roster of today is one key away" shows "未到岗"
terminal_start first 80 24 zhaomin 佩戴工作牌
keys C-r
expect "norm_7_3: today at a glance: who is there" shows "迟到 1"
expect "and who is missing" shows "未到岗"
expect "the roster is straight" straight 80
keys Down Down
keys s
expect "a stand-in is proposed, the best first" shows "由谁顶岗？最合适的在前"
keys Enter
expect "norm_7_3: the stand-in is assigned" shows "顶替"
at second
expect "the second terminal shows it at once" shows "顶替"
expect "the wide roster is straight" straight 132

# two supervisors
next=$(owner -c "select min(d.day) from banshi.roster_duty as d where d.day > '$day' and d.staff is not null")
at first
keys ']'
expect "another day" shows "$next"
keys Home Enter
expect "somebody is chosen for a duty" shows "由谁值班？"
label=$(as admin --json roster show "$next" | sed -n 's/.*"counter_label": "\(.*\)",/\1/p' | head -1)
expect "meanwhile another supervisor changes it" as admin roster unassign "$next" "$label"
keys Enter
shows "由谁值班？" > /dev/null && screen | grep -q "15/15" && keys Enter
expect "norm_7_3: who comes second is told" shows "未保存"
expect "by whom" shows "系统管理员"
keys Escape
expect "and nothing is overwritten" says '"staff_name": "",' as admin --json roster show "$next"
keys p
expect "publishing shows first what it will change" shows "→ 空缺"
keys y
expect "then it is a new version" shows "版已发布"
keys Tab
expect "the week is a table" shows "起一周"
keys F9
expect "it is printed or written" shows "打印或导出"
keys C-u
keys -l "$demo_dir/week.txt"
keys Enter
expect "as text through the layout" shows "已打印到"
expect "with who has duty" grep -q "窗口" "$demo_dir/week.txt"
expect "the calendar of a month has good lines" sh -c "'$BANSHI' -U admin roster export '${next%-*}' ics '$demo_dir/m.ics' &&
    awk 'length(\$0) > 76 || !/\r\$/ { bad = 1 } END { exit bad }' '$demo_dir/m.ics'"
keys u
expect "opening hours" shows "星期一"
keys Escape b
expect "absences" shows "无人缺勤"
keys Escape f
expect "skills ask whose" shows "查看谁的业务能力"
keys Escape
tmux -L "$tmux_socket" kill-server

# the day's end
as "$one" ticket serve > /dev/null
expect "in the afternoon a second one waits" take "$abroad"
expect "and one of another department" take "$tax"
expect "the day ends" clock 17:05
terminal_start evening 80 24 zhaomin 佩戴工作牌
keys C-y
expect "extended hours are one key away" shows "延时"
keys b
expect "closing is asked" shows "结束当日取号"
keys y
expect "norm_7_1: three visits of two departments go on" shows " 3"
expect "one of them" shows "$number"
expect "the other department's too" shows "${tax}001"
expect "no number is given any more" sh -c "! '$BANSHI' -U kiosk1 ticket issue --queue $(queue_id "$tax") > /dev/null 2>&1"
finish
