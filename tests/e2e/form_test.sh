#!/bin/sh
# SPDX-License-Identifier: MIT
# Forms at the terminal: what is typed is checked where it stands, nothing that is wrong is sent, what is offered goes with the first
# key, people and things are picked from lists. And the list of cases that were found.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
accepted() { as wangfang case intake $item --name "$1" --id 530111199001010016 --phone 13800138000 --all-received --outcome accept; }
received() { as wangfang case intake $item --name "$1" --id 530111199001010016 --phone 13800138000; }
expect "an accepted case" accepted 张三
expect "and one that is only received" received 李四
sign_on() { # sign_on LOGIN: as far as the self-check
    look
    tmux -L "$tmux_socket" respawn-pane -k "'$BANSHI' -U $1"
    shows "Sign on" && keys Enter && shows "self-check"
}

# numbers, days
screen_start 80 24 "'$BANSHI' -U zengchang"
shows "Sign on" > "$demo_dir/out" && keys Enter
expect "a lead signs on" shows "self-check"
keys :
shows "Filter:" > "$demo_dir/out" && keys -l provisional
keys Enter
expect "what a screen is opened by is found by name" shows "P provisional 1"
keys Enter
shows "x Prolong" > "$demo_dir/out" && keys x
expect "a limit is named in full" shows "Statutory limit"
keys Escape
hides "What happens" > "$demo_dir/out" && keys Escape
shows "P provisional 1" > "$demo_dir/out"
keys C-y
shows "Nobody was asked" > "$demo_dir/out" && keys s
expect "who asks to stay is asked whom" shows "Ask which counter or department?"
keys -l 税务
keys Enter
expect "and why" shows "Why are they asked?"
keys Enter
expect "which is needed" shows "! This is needed"
keys -l 月底申报
keys Enter
expect "norm_7_2: then they are asked" until_fact 月底申报 "reason from banshi.extension_request where kind = 'stay'"
sign_on wangfang > "$demo_dir/out"
keys a Enter
shows "Which counter" > "$demo_dir/out" && keys Enter
expect "a clerk is at the counter" shows "In hand"
keys f
expect "cases that are found are counted" shows "Find a case 2"
keys -l zs
expect "as they become fewer" shows "Find a case 1"
keys Enter
expect "a case opens" shows "s Suspend"
keys s
shows "Special procedure" > "$demo_dir/out" && keys Enter
keys -l x
keys Enter
expect "what is no number is told where it stands" shows "! a whole number, in digits"
keys -l 听证会
keys F10
expect "and is not sent" still_shows "! a whole number"
expect "nothing is suspended" test "$(fact "count(*) from banshi.suspension")" = 0
keys C-u
keys -l 5
expect "typed over, it is right" shows "Resumed by"
keys F10
expect "art. 45: then the clock stops" shows 特别程序告知书
expect "for so many days" test "$(fact "days from banshi.suspension")" = 5
keys Escape
shows "suspended" > "$demo_dir/out" && keys Escape
shows "Find a case 1" > "$demo_dir/out" && keys BSpace BSpace
shows "Find a case 2" > "$demo_dir/out" && keys F3
keys -l 李
expect "cases that are found are filtered once more" shows "Find a case 1/2"
keys Escape
shows "Find a case 2" > "$demo_dir/out" && keys F6
expect "and sorted" shows "↑Received"
keys -l ls
shows "Find a case 1" > "$demo_dir/out" && keys Enter
shows "e Decide" > "$demo_dir/out" && keys e
shows "*居民户口簿" > "$demo_dir/out" && keys F6
expect "a decision is reached by one key" shows "F5 Back up"
keys 2
shows "Days for the supplement" > "$demo_dir/out" && keys Enter
keys -l 1o
keys F10
expect "days for a supplement are a number" shows "! a whole number, in digits"
expect "the case is not decided" test "$(fact "state from banshi.case where applicant_name = '李四'")" = received
keys C-u
keys -l 12
keys F10
expect "norm_6_3: the supplement is asked for" shows 补正告知书
expect "in so many days" test "$(fact "supplement_days from banshi.case where applicant_name = '李四'")" = 12
keys Escape
shows "History" > "$demo_dir/out" && keys i
shows "Helper" > "$demo_dir/out" && keys 4
shows "Promised by" > "$demo_dir/out" && keys Enter C-u
keys -l soon
keys F10
expect "a day is a day" shows "! a day like 2026-11-24"
expect "no document is issued on it" test "$(fact "count(*) from banshi.document where kind = 'tolerance'")" = 0
keys Escape

# staff, by an administrator
sign_on admin > "$demo_dir/out"
keys C-t
expect "the staff are counted" shows "Staff $(fact "count(*) from banshi.staff")"
keys n
shows "Once more" > "$demo_dir/out" && keys F10
expect "nobody is taken on without a login" shows "! This is needed"
keys -l liubei
keys Enter
keys -l 刘备
keys F4
shows 区税务局 > "$demo_dir/out" && keys -l 税务
keys Enter
expect "a department is picked" shows "Department  区税务局"
keys Enter Enter Enter Enter
keys -l "Abcdefg1"
keys Enter
keys -l "Abcdefg2"
keys F10
expect "two passwords that differ are told" shows "! The two passwords are not the same"
expect "and nobody is taken on" test "$(fact "count(*) from banshi.staff where login = 'liubei'")" = 0
keys BSpace 1
keys F10
expect "the same ones are taken" shows "liubei is stored"
expect "with all of it" test "$(fact "s.name || d.name from banshi.staff as s join banshi.department as d on d.id = s.department
    where s.login = 'liubei'")" = 刘备区税务局
keys n
shows "Once more" > "$demo_dir/out" && keys -l liubei
keys Enter
keys -l 刘玄德
keys F10
expect "what the database says is wrong stands at its field" shows "Correct the field marked with !"
keys F10
expect "and is not sent again" still_shows "Correct the field marked with !"
keys Escape
hides "Once more" > "$demo_dir/out" && keys /
keys -l liubei
keys Enter
is_marked liubei > "$demo_dir/out" && keys e
shows "Change  刘备" > "$demo_dir/out" && keys -l 刘玄德
keys F10
expect "what is offered goes with the first key" until_fact 刘玄德 "name from banshi.staff where login = 'liubei'"
keys r
shows "notifier" > "$demo_dir/out" && keys -l lead
keys Enter
expect "another role is told" shows "刘玄德  lead"
keys x
expect "leaving asks, and names who" shows "刘玄德 (liubei) leaves"
keys y
expect "who has left is told" shows "has left; the sessions are ended"
keys x
expect "and may be back" shows "is back: let the login work again"
keys Escape

# absences and opening hours
hides "is back" > "$demo_dir/out" && keys C-r
shows "Lunch duty" > "$demo_dir/out" 2>&1 || still_shows "Roster" > "$demo_dir/out"
keys b
shows "Nobody is away" > "$demo_dir/out" && keys n
expect "an absence asks whose first" shows "Who will not be there?"
keys Escape
expect "who chooses nobody gives it up" still_shows "Nobody is away"
keys n
shows "Who will not be there?" > "$demo_dir/out" && keys -l 王芳
keys Enter
shows "First day" > "$demo_dir/out" && keys 3
expect "a weekday is asked for part-time work" shows "Weekday"
keys 1
hides "Weekday " > "$demo_dir/out" && keys Enter
keys -l tomorrow
keys F10
expect "a day that is none is told" shows "! a day like 2026-11-24"
keys C-u
keys -l 2030-01-07
keys Enter
keys -l 2030-01-08
keys F10
expect "an absence is stored" shows "王芳 is away from 2030-01-07 on"
keys x
expect "taking one off the list names it" shows "Take 王芳, leave from 2030-01-07"
keys y
expect "and does it" until_fact 0 "count(*) from banshi.absence"
shows "Nobody is away" > "$demo_dir/out" && keys Escape
shows "Other view" > "$demo_dir/out" && keys u
expect "opening hours say how it is now, after their count" shows "Opening hours 7 · "
keys Enter
expect "a session offers what it is" shows "09:00-12:00"
keys Enter
keys -l nine
keys Enter
expect "times that are none are told" shows "! times like 09:00-12:00"
keys C-u
keys -l 09:00-11:30
keys Enter
expect "other ones are stored" until_fact 11:30 "to_char(closes, 'HH24:MI') from banshi.hours where weekday = 1 and session = 'morning'"
expect "and shown" shows "09:00–11:30"
keys Enter
expect "and offered from now on" shows "09:00-11:30"
keys Escape
hides "09:00-11:30" > "$demo_dir/out"
keys n
shows "its hours replace" > "$demo_dir/out" && keys -l 2030-02-30
keys Enter
expect "a day that is none is told there, too" shows "! a day like 2026-11-24"
keys Up C-u
keys -l 2030-02-28
keys Enter 5
keys Enter
expect "one day is closed" until_fact closed "session from banshi.hours where day = '2030-02-28'"

# forms of materials
sign_on admin > "$demo_dir/out"
keys a Enter
shows "Which counter" > "$demo_dir/out" && keys -l A2
keys Enter
shows "In hand" > "$demo_dir/out" && keys n
shows "Which item" > "$demo_dir/out" && keys -l 首次申领
keys Enter
shows 办理条件 > "$demo_dir/out" && keys Enter
shows "No forms are attached" > "$demo_dir/out" && keys n
expect "a form asks of which material it is" shows "A form of which material?"
keys Enter
shows "sample form" > "$demo_dir/out" && keys 2
keys Enter
keys -l sample.txt
keys Enter
expect "a file that is not there is told at its field" shows "! A file cannot be read or written"
printf '样表\n' > "$demo_dir/sample.txt"
keys End
keys Enter
expect "norm_6_2: it is attached, to what was offered" shows "plain text"
keys t
shows "A file, printer:NAME" > "$demo_dir/out" && keys C-u
keys -l "$demo_dir/again.txt"
keys Enter
expect "norm_6_2: and exported" shows "Sent to"
expect "as it is" cmp "$demo_dir/sample.txt" "$demo_dir/again.txt"
keys x
shows "Spreadsheet" > "$demo_dir/out" && keys Right Enter C-u
keys -l "$demo_dir/none/list.csv"
keys Enter
expect "a list that cannot be written there is told at its field, too" shows "! A file cannot be read or written"
finish
