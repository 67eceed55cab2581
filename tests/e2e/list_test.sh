#!/bin/sh
# SPDX-License-Identifier: MIT
# Lists and questions at the terminal: what a key does is done to the line that is marked, also under a filter, after somebody before
# has left and after a resize; no means no; two keys at once are one act.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
ticket() { # ticket NUMBER: its state
    fact "state from banshi.ticket where number = '$1'"
}
for _ in 1 2 3 4 5 6; do as kiosk1 ticket issue "$item" > /dev/null; done
screen_start 80 24 "'$BANSHI' -U wangfang"
shows 登录 > "$demo_dir/out" && keys Enter
shows 佩戴工作牌 > "$demo_dir/out" && keys a Enter
shows "A1  户政窗口" > "$demo_dir/out" && keys Enter
expect "six people wait" shows "[等候 6]"

# a filter
keys /
keys -l 4
expect "a filter shows those that match" shows "[等候 1/6]"
keys Enter
keys x
expect "with the filter on, a question names the number that is marked" shows "B004已离开"
keys n
hides "B004已离开" > "$demo_dir/out"
keys x
shows "B004已离开" > "$demo_dir/out" && keys y
expect "and its act is done to it" until_fact left "state from banshi.ticket where number = 'B004'"
expect "and to nobody else" test "$(fact "count(*) from banshi.ticket where state = 'waiting'")" = 5
expect "then nothing matches" shows "[等候 0/5]"
keys Escape
expect "Esc takes the filter away" shows "[等候 5]"

# the selected line is a person
keys j j
expect "the third line is marked" is_marked B003
as wangfang ticket leave B001 > "$demo_dir/out"
expect "somebody before leaves" shows "[等候 4]"
expect "the same number stays marked" is_marked B003
keys x
expect "and it is what an act is about" shows "B003已离开"
keys Enter
expect "Enter is no" hides "B003已离开"

# no means no
keys F2
expect "a number is called" shows "已呼叫"
keys F4
expect "skipping asks" shows "B002，本人未到"
keys n
expect "no closes the question" hides "B002，本人未到"
keys F3
expect "and the number is still called, once more" until_fact "called 2" "state || ' ' || calls from banshi.ticket where number = 'B002'"
keys u
shows "撤回呼叫" > "$demo_dir/out" && keys Enter
expect "the call is undone" until_fact waiting "state from banshi.ticket where number = 'B002'"
expect "which the screen shows" shows "→ 呼叫下一位"
expect "with the list" still_shows "[等候 4]"

# two keys at once
keys F2 F2
expect "one number is called" shows "已呼叫"
expect "and no longer waits" shows "[等候 3]"
look
as kiosk1 ticket issue "$item" > "$demo_dir/out"
expect "whatever comes later is shown" shows "[等候 4]"
expect "two keys at once have called one number" test "$(fact "count(*) from banshi.ticket where state in ('called', 'serving')")" = 1
expect "which still is called" test "$(ticket B002)" = called
expect "and nobody is told of an error" screen_has_not "窗口还有正在办理的号"

# a resize
resize 132 43
expect "after a resize all lists are side by side" shows "─ 挂起 0 ─────"
expect "the new size is straight" straight 132
expect "and filled to its last line" sh -c "[ \"\$(tmux -L '$tmux_socket' capture-pane -p | sed -n 43p | tr -d ' ')\" ]"
resize 80 24
expect "made small again, one list is shown" shows "─[等候 4]─ 挂起 0 ─"
expect "it is straight" straight 80

# a choice list
keys i
shows "为哪个事项或队列取号？" > "$demo_dir/out" && keys -l pthz
expect "a choice list is filtered by pinyin initials" is_marked 普通护照
keys End
expect "and what is marked then" is_marked 普通护照
keys Enter
expect "is what is chosen" shows "来意"
expect "by its name" still_shows 普通护照
keys Escape
hides "来意" > "$demo_dir/out"

# text that is pasted, longer than any code, and one whose end is lost
tmux -L "$tmux_socket" set-buffer "$(printf '%01000d' 7)"
look
tmux -L "$tmux_socket" paste-buffer -p
expect "a long text that is pasted is looked up" shows "没有符合的"
keys Escape
expect "once" shows "[等候"
look
tmux -L "$tmux_socket" send-keys -H 1b 5b 32 30 30 7e 37 37
expect "one whose end is lost, too" shows "没有符合的"
keys Escape
expect "and Esc ends it" shows "[等候"
keys i
expect "keys are keys again" shows "为哪个事项或队列取号？"
keys Escape
hides "为哪个事项或队列取号？" > "$demo_dir/out"

# an intake that is left and taken up again
keys F2
expect "the intake opens" shows "申请人类型"
expect "of a person, with the number of a resident" still_shows "‹ 居民身份证 ›"
keys -l 半途
keys Up
keys Right
expect "an organisation has a credit code" shows "‹ 统一社会信用代码 ›"
keys Escape
expect "it can be left" shows "[等候"
keys F2
expect "and what was typed is back" shows "半途"
expect "with what was chosen" still_shows "‹ 统一社会信用代码 ›"
keys Escape
finish
