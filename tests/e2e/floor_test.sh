#!/bin/sh
# SPDX-License-Identifier: MIT
# A supervisor's terminal and a clerk's: each sees at once what the other does, also after a lost connection.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
terminal() { # terminal NAME COLUMNS ROWS LANGUAGE LOGIN
    terminal_start "$1" "$2" "$3" "LANGUAGE=$4 '$BANSHI' -U $5"
}

# one duty, which began an hour ago, whatever time it is
duty="delete from banshi.roster_duty where id <> (select min(d.id) from banshi.roster_duty as d
    join banshi.counter as c on c.id = d.counter
                                                  where c.number = 'A1' and d.published is not null);
      update banshi.roster_duty set assigned_at = null, day = rule.today(centre),
          time = tstzrange(now() - interval '1 hour', now() + interval
          '1 hour')"
owner -c "$duty" || { echo "1..0"; exit 1; }
absent=$(owner -c "select s.name from banshi.roster_duty as d join banshi.staff as s on s.id = d.published")
for _ in 1 2 3; do as kiosk1 ticket issue "$item" > /dev/null; done
terminal clerk 80 24 zh_CN wangfang
shows 登录 > "$demo_dir/out" && keys Enter
shows 佩戴工作牌 > "$demo_dir/out" && keys a Enter
shows "A1  户政窗口" > "$demo_dir/out" && keys Enter
expect "a clerk is at the counter" shows "[等候 3]"
keys F12
expect "the floor is not for clerks, who are told so" shows "大厅巡视：仅限窗口负责人以上人员"
terminal floor 80 24 zh_CN zhaomin
shows 登录 > "$demo_dir/out" && keys Enter
shows 佩戴工作牌 > "$demo_dir/out" && keys F12
expect "a supervisor has the floor by one key" shows "窗口 24：开放 1，暂停 0   等候 3 人"
expect "the floor is straight" straight 80
# shellcheck disable=SC2016 # awk's
expect "each counter's line begins with its label, then who is there" sh -c "printf '%s\n' '$(screen)' | grep -q '^ A1  *王芳  *开放'"
at clerk
keys Enter
shows 已呼叫 > "$demo_dir/out"
at floor
expect "norm_5_3: a clerk's call is on the other screens at once" shows "B001 已呼叫"

# norm 1.4: time passes without calls
owner -c "update banshi.ticket set issued_at = issued_at - interval '31 minutes', called_at = called_at - interval '12 minutes';
       update banshi.counter set since = since - interval '40 minutes' where number = 'A1'" > /dev/null
as kiosk1 ticket issue "$item" > /dev/null
expect "norm_1_4: a counter that calls nobody while people wait comes first" shows "A1 王芳：12 分钟未叫号，3 人等候"
expect "norm_5_1: and a queue that waits too long" shows "B 户政窗口：3 人等候，最久 31 分钟"
expect "the command says the same" says '"calls nobody"' as zhaomin --json floor alerts
expect "norm_7_3: so does who is missing on duty" shows "：$absent"
keys s
expect "norm_7_3: stand-ins are offered" shows "的顶岗人选"
keys Enter
expect "norm_7_3: and have the duty at once" shows "即刻起由"
expect "norm_7_3: instead of who is missing" hides "：$absent"
keys BTab BTab
expect "the duties of now" shows "[午间值班 1]"
keys s
shows "的顶岗人选" > "$demo_dir/out" && keys End Enter
expect "anybody else can be chosen, too" shows "区税务局"
keys -l 黄磊
shows "1/" > "$demo_dir/out" && keys Enter
expect "norm_7_3: who is not able to stands in when a supervisor says why" shows "业务不符"
keys -l 人手不足
keys Enter
expect "norm_7_3: then at once" shows "即刻起由黄磊"
expect "and the reason is kept" test "$(fact "override from banshi.roster_duty")" = 人手不足
keys Tab Tab
shows "[异常情况" > "$demo_dir/out"
keys Home Enter
expect "Enter goes from an alert to the counter" shows "[窗口 24]"
expect "with what there is to say about it" still_shows "A1 户政窗口 · 区公安分局 · A区  王芳"
keys w
expect "only what is wrong can be shown" shows "[窗口 1/24]"
keys w

# messages
keys m
shows "消息 · A1 户政窗口 · 王芳" > "$demo_dir/out"
keys -l "请尽快叫号"
keys Enter
expect "a message is sent" shows "已发送 1 条"
expect "and is unread" shows "1 条未读"
at clerk
expect "norm_2_1: it is at the counter at once, with who sent it" shows "赵敏：请尽快叫号"
expect "the counter is straight with it" straight 80
keys f
shows "查办件" > "$demo_dir/out"
expect "it stays whatever screen is open" still_shows "赵敏：请尽快叫号"
keys Escape
keys C-n
expect "one key acknowledges it" hides "请尽快叫号"
at floor
expect "which the floor sees" hides "1 条未读"
expect "and the list of messages keeps, with the time" says "请尽快叫号" as zhaomin message list

# an incident at the counter
at clerk
keys !
shows "同时告知窗口负责人和中心" > "$demo_dir/out" && keys Enter
expect "norm_2_5: one key and Enter report an incident" shows "已报告窗口负责人和中心"
at floor
expect "norm_2_5: which is first among what is wrong, at once" shows "A1：服务对象情绪激动，请来人协助"
expect "the command names it" says "服务对象情绪激动" as zhaomin incident list
keys i
shows "如何处置" > "$demo_dir/out" && keys -l "已到场劝解" && keys Enter
expect "norm_2_5: and is closed with what was done" hides "A1：服务对象情绪激动，请来人协助"
expect "which is kept" says "已到场劝解" as zhaomin incident list "$(TZ=Asia/Shanghai date +%F)"
expect "a clerk closes none" refused 您没有这项权限 as wangfang incident close 1 好了

# pausing
keys p
shows "暂停 · A1 户政窗口 · 王芳" > "$demo_dir/out"
keys -l "消防演习"
keys Enter
at clerk
expect "a pause shows at the counter: who and why" shows "本窗口由赵敏暂停：消防演习"
keys p
expect "the clerk cannot lift it and is told whose it is" shows "窗口 · 暂停 · 赵敏 · 消防演习"
keys u
shows "撤回呼叫" > "$demo_dir/out" && keys Enter
expect "what comes next is that they let it call again" shows "→ 待窗口负责人或督导恢复"
expect "the paused counter is straight" straight 80
at floor
expect "and on the floor" shows "暂停 1"

# a lost connection: what happened meanwhile was notified to nobody
owner -c "update banshi.counter set reason = '断线期间' where number = 'A1';
       select pg_terminate_backend(pid) from pg_stat_activity where usename in ('zhaomin', 'wangfang')" > "$demo_dir/out"
expect "after a lost connection the floor reads everything again" shows "断线期间"
expect "and nothing is written over the screen" hides FATAL
keys o
shows "恢复" > "$demo_dir/out"
keys Enter
at clerk
expect "and goes on: a counter is let call again" shows "本窗口由赵敏开放"

# closing, opening for somebody
expect "a command closes it as well" as zhaomin floor close A1 设备故障
expect "the clerk sees who closed it and why" shows "本窗口由赵敏关闭：设备故障"
keys Enter
expect "and signs on again" shows "佩戴工作牌"
expect "a counter is opened for who is free" as zhaomin floor open A2 lina 支援户政
expect "not for who is elsewhere" refused A2 as zhaomin floor open A3 lina
at floor
expect "the floor shows it" shows "李娜"
expect "a queue is added" as zhaomin floor queue A2 C 10 请协助出入境
expect "its reason is a message" says "请协助出入境" as lina message unread
expect "a lead sees the own department" says "A1" as zengchang floor show
expect "a clerk is refused in words" says "大厅巡视仅供窗口负责人和督导使用" as wangfang floor alerts
expect "and pauses no other counter" refused 大厅巡视仅供窗口负责人和督导使用 as wangfang floor pause A2 x
terminal wide 132 43 en zhaomin
shows Password > "$demo_dir/out" && keys Enter
shows "staff badge" > "$demo_dir/out" && keys F12
expect "English: everything side by side" shows "Lunch duty"
expect "English: the counters" shows "Counters 24: 1 open"
expect "the wide floor is straight" straight 132
finish
