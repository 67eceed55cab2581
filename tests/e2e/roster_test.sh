#!/bin/sh
# SPDX-License-Identifier: MIT
# The roster at the terminal: two supervisors change one duty, a supervisor overrides a rule, a draft is published as it was looked
# at, a month is planned, two clerks swap and their lead approves; files.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
. "$abs_top_srcdir/tests/lib/screen.sh"
export LANGUAGE=zh_CN
demo_start || { echo "1..0"; exit 1; }
demo_day
police="wangfang lina zengchang yangjie"
terminal() { # terminal NAME COLUMNS ROWS LOGIN: signed on, with the roster
    terminal_start "$1" "$2" "$3" "'$BANSHI' -U $4"
    shows 登录 && keys Enter && shows 佩戴工作牌 && keys C-r && shows 窗口
}
duty() { # duty DAY COUNTER WHAT: of the duty, as it is planned now
    fact "$3 from banshi.roster_duty as d join banshi.counter as c on c.centre = d.centre and c.id = d.counter
          left join banshi.staff as s on s.id = d.staff where d.day = '$1' and c.number = '$2'"
}
# shellcheck disable=SC2086 # logins
demo_clock 09:30 $police zhaomin admin kiosk1
next=$(fact "min(d.day) from banshi.roster_duty as d where d.day > '$day' and d.staff is not null")

# two supervisors and one duty
expect "the roster of today is one key away" terminal first 80 24 zhaomin
expect "the roster is straight" straight 80
keys ']'
expect "another day" shows "$next"
keys Home
keys '[' ']' Enter
expect "somebody is chosen for a duty, with keys that are typed before it is read" shows "由谁值班？"
label=$(fact "c.number from banshi.roster_duty as d join banshi.counter as c on c.id = d.counter
              where d.day = '$next' order by 1 limit 1")
expect "meanwhile another supervisor changes it" as admin roster unassign "$next" "$label"
keys Enter
expect "norm_7_3: who comes second is told" shows "未保存"
expect "by whom" shows "系统管理员"
keys Escape
expect "and nothing is overwritten" test -z "$(duty "$next" "$label" s.name)"

# a rule is passed by with a reason
keys Enter
expect "somebody else can be chosen" shows "其他人员"
keys End Enter
expect "of everybody" hides "其他人员"
unable=$(fact "s.name from banshi.staff as s join banshi.counter as c on c.number = '$label' and c.centre = s.centre
               where s.role = 'clerk' and s.active and s.department <> c.department
                 and s.login <> all (string_to_array('$police', ' '))
                 and not exists (select from banshi.roster_duty as d where d.day = '$next' and s.id in (d.staff, d.published))
                 and not exists (select from banshi.shift as h where h.staff = s.id) order by length(s.name), s.id limit 1")
keys -l "$unable"
shows "1/" > "$demo_dir/out" # the filter has found one
keys Enter
expect "norm_7_3: nobody who is not able to" shows "破例理由"
expect "unless a supervisor says why" shows "业务不符"
keys -l 人手不足
keys Enter
hides 破例理由 > "$demo_dir/out"
expect "norm_7_3: which the roster shows" still_shows "人手不足"
expect "and the server keeps" test "$(duty "$next" "$label" "s.name || d.override")" = "${unable}人手不足"

# publishing what was looked at
keys p
expect "publishing shows first what it will change" shows "→ $unable"
expect "meanwhile the draft changes" as admin roster unassign "$next" A4
keys y
expect "norm_7_3: nothing is published" shows "未发布"
expect "norm_7_3: then nothing is published, and what changed is told" shows "A4 · $next · 空缺 · 修改人"
expect "it is still the first version" test "$(fact "max(version) from banshi.roster")" = 1
keys Escape p
expect "now the change is shown" shows "→ 空缺"
keys y
expect "and there is a new version" shows "版已发布"

# tables and files
keys Tab
expect "the week is a table" shows "起一周"
expect "with the selected duty in full" still_shows "12:00–"
keys /
expect "whose cells no filter hides" shows "当前不能进行"
output() { # output FILE
    keys F9
    shows "打印或导出"
    keys C-u
    keys -l "$1"
    keys Enter
}
output "$demo_dir/week.txt" > "$demo_dir/out"
expect "it is printed as text through the layout" shows "已打印到"
# a long name is broken over lines: its first two characters
expect "with who has duty" grep -qF "$(printf %s "$unable" | head -c 6)" "$demo_dir/week.txt"
output "$demo_dir/week.xlsx" > "$demo_dir/out"
expect "or written as a spreadsheet" shows "已写入"
# shellcheck disable=SC2016 # awk's
expect "whose sheet has a line a duty" sh -c 'unzip -p "$1" xl/worksheets/sheet1.xml | grep -o "<row" | wc -l |
    awk -v n="$2" "{ exit \$1 != n + 1 }"' \
    - "$demo_dir/week.xlsx" "$(fact "count(*) from banshi.roster_duty
        where date_trunc('week', day) = date_trunc('week', date '$next')")"
expect "with who has it" sh -c "unzip -p '$demo_dir/week.xlsx' | grep -q $unable"
output "$demo_dir/week.csv" > "$demo_dir/out"
expect "or as a table of text" shows "已写入"
expect "with the same" grep -q "$next.*$unable" "$demo_dir/week.csv"
output "$demo_dir/week.ics" > "$demo_dir/out"
expect "or as a calendar" shows "已写入"
expect "with an event at its time" grep -q "^DTSTART.*$(echo "$next" | tr -d -)T" "$demo_dir/week.ics"
expect "and who has it" sh -c "tr -d '\r' < '$demo_dir/week.ics' | awk '/^ / { printf \"%s\", substr(\$0, 2); next }
    { printf \"\n%s\", \$0 }' |
    grep -q '^SUMMARY.*$unable'"
expect "in lines that calendars read" awk 'length($0) > 76 || !/\r$/ { bad = 1 } END { exit bad }' "$demo_dir/week.ics"
expect "as the command writes a month" says BEGIN:VCALENDAR as admin roster export "${next%-*}" ics

# planning a month
keys Tab
expect "the month is a table" shows "${next%-*} ·"
keys ']'
month=$(fact "to_char(date_trunc('month', date '$next') + interval '1 month', 'YYYY-MM')")
shows "$month" > "$demo_dir/out"
keys m
expect "planning says first what will be lost" shows "手工调整且未发布的内容将丢失"
keys y
expect "norm_7_3: the month is planned, with its vacancies and why" shows "业务不符"
keys Escape
expect "as a draft" shows "草稿"
expect "with people" test "$(fact "count(*) > 0 from banshi.roster_duty
    where to_char(day, 'YYYY-MM') = '$month' and staff is not null")" = t
keys u
expect "opening hours" shows "星期一"
keys Escape b
expect "absences" shows "无人缺勤"
keys Escape f
expect "skills ask whose" shows "查看谁的业务能力"
keys Escape
expect "who chooses nobody gives it up" shows "切换视图"

# a swap: two clerks of one department, on days that are not the other's
swap=$(owner -F ' ' -c "
    select a.login, a.name, b.login, b.name, x.day, l.number, y.day, m.number
    from banshi.roster_duty as x
    join banshi.counter as l on l.id = x.counter
    join banshi.staff as a on a.id = x.published and a.role = 'clerk'
    join banshi.staff as b on b.centre = a.centre and b.department = a.department and b.role = 'clerk' and b.id <> a.id
    join banshi.roster_duty as y on y.published = b.id and y.staff = b.id and y.day > x.day
    join banshi.counter as m on m.id = y.counter
    where a.login in ('wangfang', 'lina', 'yangjie')
      and x.staff = a.id
      and x.day = (select min(d.day) from banshi.roster_duty as d where d.published = a.id and d.day > '$day')
    order by (select count(*) from banshi.roster_duty as d
              where d.day in (x.day, y.day) and (d.day = x.day and b.id = d.published
                                               or d.day = y.day and a.id = d.published)), 5, 7
    limit 1")
# shellcheck disable=SC2086 # words
set -- $swap
asker=$1 colleague=$3 colleague_name=$4 mine=$5 my_counter=$6 theirs=$7 their_counter=$8
expect "a clerk looks at the own duties" terminal asker 80 24 "$asker"
keys Tab Tab Tab
expect "all of them" shows "${mine#*-} 周"
[ "$(fact "count(*) from banshi.roster_duty as d join banshi.staff as s on s.id = d.published
           where s.login = '$asker' and d.day = '$day'")" = 0 ] || keys Down
keys a
expect "and asks for a swap" shows "与谁换班？"
keys -l "$colleague_name  换 ${theirs#*-} $their_counter"
shows "1/" > "$demo_dir/out"
keys Enter
expect "saying why" shows "原因"
keys -l 家中有事
keys Enter
expect "the colleague is asked" shows "已向$colleague_name提出"
keys a
expect "once" shows "换班 · $mine · 待答复"
lead=zengchang
expect "the lead" terminal lead 80 24 "$lead"
keys w
expect "sees it, waiting for the colleague" shows "待答复"
keys Enter
expect "and cannot approve it yet" shows "当前不能进行"
expect "the colleague is told in the roster" terminal colleague 132 43 "$colleague"
expect "that a swap waits" shows "1 项换班待您处理"
keys w
expect "and sees it" shows "家中有事"
expect "the swaps are straight" straight 132
keys y
expect "the colleague consents" shows "待批准"
at lead
expect "the lead sees it at once" shows "待批准"
keys y
expect "and approves" shows "已批准"
at asker
expect "norm_7_3: they have changed places" test \
    "$(duty "$mine" "$my_counter" s.login) $(duty "$theirs" "$their_counter" s.login)" = "$colleague $asker"
expect "which the first sees at once" shows "${theirs#*-}"

# and one that is refused: the colleague declines, then the lead
ask() { # ask WHY: the first duty in the list, for nothing in return
    at asker
    keys Home a
    shows "与谁换班？"
    keys -l "$colleague_name  代班"
    shows "1/"
    keys Enter
    shows "原因"
    keys -l "$1"
    keys Enter
    shows "已向$colleague_name提出"
}
expect "another one is asked for" ask 看病
at colleague
expect "the colleague sees it" shows 看病
keys Home n
expect "and declines" shows "已谢绝"
expect "once more" ask 开会
at colleague
expect "the colleague sees that too" shows 开会
at lead
look
at colleague
keys Home y
shows "待批准" > "$demo_dir/out"
at lead
shows "待批准" > "$demo_dir/out"
keys Home n
expect "now the lead refuses" shows "未批准"
expect "norm_7_3: and nobody's duty has changed" test "$(fact "count(*) from banshi.roster_swap where state = 'approved'")" = 1
finish
