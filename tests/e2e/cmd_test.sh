#!/bin/sh
# SPDX-License-Identifier: MIT
# The command line: every reading in JSON, exit status, refusals that change nothing, real data found again after a restart.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
demo_start || { echo "1..0"; exit 1; }
item=11530111MB0000019Y4000530000100
due() { says "$3" as wangfang calendar due "$1" "$2"; }

expect "the demo is loaded only once" says "is ready" "$BANSHI" demo load
expect "law: 2026-02-13 + 5 working days" due 2026-02-13 5 2026-02-27
expect "law: 2026-02-10 + 20" due 2026-02-10 20 2026-03-16
expect "law: 2026-09-18 + 5" due 2026-09-18 5 2026-09-24
expect "law: 2026-09-18 + 20" due 2026-09-18 20 2026-10-22
expect "law: 2026-09-24 + 5" due 2026-09-24 5 2026-10-09
expect "law: 2026-09-30 + 5" due 2026-09-30 5 2026-10-13
expect "law: a deadline in an unpublished year is flagged" due 2026-12-31 5 2027

expect "a number is taken" says A001 as kiosk1 ticket issue --queue 1
expect "norm_5_2: with the people ahead" says '"ahead": 1' as kiosk1 --json ticket issue --queue 1
expect "norm_2_6: priority needs a proof" status 1 as kiosk1 ticket issue --queue 1 --priority elderly
expect "norm_2_2: the order is explained" says "head start" as zhulin ticket why A001
expect "calling needs a counter" status 1 as zhulin ticket call-next
expect "signing on" says open as zhulin session sign-on 1
expect "calling" says A001 as zhulin ticket call-next
expect "one number in hand" status 1 as zhulin ticket call-next
expect "an operation id gives the stored result" says A001 as zhulin --opid 11111111-2222-4333-8444-555555555555 ticket recall
expect "again, and nothing is called again" \
    says '"calls": 2' as zhulin --json --opid 11111111-2222-4333-8444-555555555555 ticket recall
expect "serving" says serving as zhulin ticket serve
expect "a wrong identity number is refused" \
    says id_number as zhulin case intake "$item" --name 张三 --id 530111202602300013 --phone 13888880000
expect "norm_3_8: forbidden wording is refused" says 不归我管 as zhulin case intake "$item" --name 张三 --id 530111199001010024 \
    --phone 13888880000 --outcome refuse --reason "这事不归我管。"
expect "a refusal needs a reason" \
    status 1 as zhulin case intake "$item" --name 张三 --id 530111199001010024 --phone 13888880000 --outcome refuse
expect "norm_6_4: nothing was issued so far" status 3 as zhulin document show "官政服拒〔2026〕1号"
expect "norm_6_3: refusing" says "官政服拒〔2026〕1号" as zhulin case intake "$item" --name 张三 --id 530111199001010024 \
    --phone 13888880000 --outcome refuse --reason "申请事项不属于本机关职权范围。" --organ 昆明市公安局
expect "the decision names the remedies" says 六十日内 as zhulin document print "官政服拒〔2026〕1号"
expect "the organ in charge" says 昆明市公安局 as zhulin document print "官政服拒〔2026〕1号"
expect "norm_2_3: a supplement names everything missing" says "官政服补〔2026〕1号" as zhulin case intake "$item" --name 李四 \
    --id 440524188001010014 --phone 0871-67181234 --outcome supplement
expect "in one document" says 居民户口簿 as zhulin document print "官政服补〔2026〕1号"
expect "done" says "done" as zhulin ticket "done"
case_of() { as zhulin case search "$1" --json | sed -n 's/.*"number": *"\([^"]*\)".*/\1/p' | head -n 1; }
expect "an application comes by post" says 官政服受 as zhulin case intake "$item" --name 孙七 --id 530111199001010024 \
    --phone 13888880009 --all-received --outcome accept
seven=$(case_of 孙七)
expect "art. 45: its clock is stopped with a notice" says 官政服特 as zhulin case suspend "$seven" hearing --days 3 --note "定期举行听证会。"
expect "which needs its days" status 2 as zhulin case suspend "$seven" hearing --note "定期举行听证会。"
expect "once at a time" status 1 as zhulin case suspend "$seven" test --days 3 --note "检测。"
expect "and goes on" says accepted as zhulin case resume "$seven"
expect "art. 42: a clerk prolongs nothing" status 1 as zhulin case extend "$seven" --days 5 --reason "案情复杂。"
expect "a lead does" says 官政服延 as zengchang case extend "$seven" --days 5 --reason "案情复杂。"
expect "art. 44: the result" says decided as zhulin case finish "$seven" granted
expect "and its delivery" says delivered as zhulin case deliver "$seven" --delivery post
expect "art. 32 (4): nobody is untold for five days" says 0 as zhulin case sweep
expect "what is due is listed" says "What is due" as zhulin deadline list --mine
expect "an administrator names a day off" says 洪水 as admin calendar add 2026-03-03 off 洪水
expect "others do not" status 1 as wangfang calendar add 2026-03-03 off 洪水
expect "it is shown" says 洪水 as wangfang calendar show 2026-03
expect "and counts" due 2026-03-02 1 2026-03-04
expect "a calendar is imported" says deadlines as admin calendar import "$BANSHI_DATADIR/calendar/2026.json"
expect "reading numbers of others is not for boards" status 1 as board1 case search
expect "a verb that is not there" status 2 "$BANSHI" ticket nothing
expect "a noun that is not there" status 2 "$BANSHI" nothing
expect "help everywhere" says call-next "$BANSHI" ticket --help

expect "somebody is taken on" says 刘备 as admin staff new liubei 刘备 clerk --department 区税务局 --party
expect "a lead sees the own department alone" status 1 sh -c "'$BANSHI' -U zengchang staff list | grep -q liubei"
expect "a supervisor everybody" says liubei as zhaomin staff list
expect "and takes nobody on" status 1 as zhaomin staff new guanyu 关羽 clerk
expect "what is not said stays" says 区税务局 as admin staff edit liubei --name 刘玄德
expect "another role" says lead as admin staff role liubei lead
# a server that writes down every statement with its arguments still never sees a password
expect "every statement is logged" owner -c "alter system set log_statement = 'all'" -c "select pg_reload_conf()"
gives() { printf '%s\n' "$3" | as "$1" staff password "$2"; }
signs_on() { PGPASSWORD=$2 as "$1" session show; }
logged() { grep -rhF -e "$1" "$BANSHI_STATE_DIR" --include='*log*'; }
expect "an administrator gives a password" gives admin liubei Ein-Wort-2026
expect "which signs on" signs_on liubei Ein-Wort-2026
expect "another one does not" status 4 signs_on liubei Kein-Wort-2026
own_password() { printf 'Neues-Wort-2026\n' | PGPASSWORD=Ein-Wort-2026 as liubei staff password liubei; }
expect "one's own is changed by oneself" own_password
expect "the new one signs on" signs_on liubei Neues-Wort-2026
expect "the old one does not" status 4 signs_on liubei Ein-Wort-2026
expect "a colleague's is not" status 1 gives zhaomin liubei Fremdes-Wort-2026
expect "the log has the change" logged "staff_password"
expect "but no password" sh -c "! grep -rqE '(Ein|Neues|Fremdes)-Wort-2026' '$BANSHI_STATE_DIR'"

expect "who leaves" says "no" as admin staff leave liubei
expect "is back" says "yes" as admin staff return liubei

printf '[{"department":"甲","name":"乙","code":"X1"' > "$demo_dir/cut.json"
expect "truncated JSON is refused with its line" says "cut.json:1" as admin import catalogue "$demo_dir/cut.json"
expect "with the status of a bad file" status 5 as admin import catalogue "$demo_dir/cut.json"
printf 'login,name,department,role,party_member\nnobody1,无,没有这个部门,clerk,no\n' > "$demo_dir/staff.csv"
expect "an unknown department is refused" says 没有这个部门 as admin import staff "$demo_dir/staff.csv"
expect "clerks import nothing" status 1 as wangfang import staff "$demo_dir/staff.csv"

people_arrive() {
    "$BANSHI" demo arrivals &
    arrivals=$!
    until as wangfang --json queue list | grep -q '"waiting": [1-9]'; do
        kill -0 "$arrivals" || return 1
        sleep 0.05
    done
    kill "$arrivals"
}
expect "the demo's day goes on by itself: people arrive" people_arrive

data=${BANSHI_TEST_DATA:-$abs_top_srcdir/../shared/data}
if [ -f "$data/catalogue-1135.json" ]; then
    expect "the real counters" says added as admin import counters "$data/counters-79.json"
    expect "the real catalogue" says 1135 as admin import catalogue "$data/catalogue-1135.json"
    expect "again without duplicates" says unchanged as admin import catalogue "$data/catalogue-1135.json"
    real=511Z07001006-511602000000-000-11511301008778183N-1-00
    expect "an item of it is accepted" says 官政服受 as zhulin case intake "$real" --name 王五 --id 11010519491231002X \
        --phone 13888880001 --outcome accept
    expect "another one is refused with a reason" \
        says 官政服拒 as zhulin case intake 511A0138000000-511602000000-000-115113010833722043-1-00 \
        --name 赵六 --id 530111199001010016 --phone 13888880002 --outcome refuse --reason "申请人不符合规定的条件。"
else
    echo "# the real data are not here ($data): skipped"
fi
expect "what only a lead may do is refused to a clerk" says "You are not allowed to do this" as wangfang incident close 1 劝离。
expect "without what the server calls it" sh -c "! grep -q function '$demo_dir/out'"
expect "the server stops with its last user" "$BANSHI" server stop
expect "it is stopped" status 3 "$BANSHI" server status
expect "after a restart the cases are found again" says 张三 as wangfang case search 张三
expect "by identity number" says 李四 as wangfang case search 440524188001010014
expect "by document number" says 张三 as wangfang case search "官政服拒〔2026〕1号"
[ ! -f "$data/catalogue-1135.json" ] || expect "those of the real catalogue too" says 王五 as wangfang case search ww
finish
