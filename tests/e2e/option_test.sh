#!/bin/sh
# SPDX-License-Identifier: MIT
# Options and arguments that are wrong: what is wrong is named, and what there is; nothing is asked of the server.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/demo.sh"
demo_start || { echo "1..0"; exit 1; }
export LANGUAGE=en
item=11530111MB0000019Y4000530000100
# the answer of a wrong usage names each of the words
wrong() {
    words=$1
    shift
    answer=$("$@" 2>&1)
    [ $? -eq 2 ] || { echo "another exit status: $answer"; return 1; }
    for word in $words; do
        printf '%s\n' "$answer" | grep -qF -e "$word" || { echo "no $word in: $answer"; return 1; }
    done
}

expect "an option of other verbs is named" wrong "--basis queue list" as zhulin queue list --basis foo
expect "in Chinese by default" wrong "queue --basis 本命令没有这个选项 --json 用法" \
    env LANGUAGE= "$BANSHI" -U zhulin queue list --basis foo
expect "so is a flag" wrong "--mine" as zhulin queue list --mine
expect "an option that begins like one of the verb's is none" wrong "--agent" as zhulin staff list --agent x
expect "a word that is no list says what there is" wrong "bogus waiting current held skipped all" as zhulin ticket list bogus
for days in x "" 0 -1 1x 3661 99999999999999999999; do
    expect "--days '$days' is no number of days" wrong "--days 1 3660" as zhulin case decide X --outcome supplement --days "$days"
    expect "--days '$days' suspends nothing" wrong "--days 1 3660" as zhulin case suspend X hearing --note y --days "$days"
done
expect "--limit has a range" wrong "--limit 0 1 10000" as zhulin deadline list --limit 0
expect "--wait has a range" wrong "--wait 3601 0 3600" as zhulin roster print today - --wait 3601
expect "a weekday is one of seven" wrong "WEEKDAY 8 1 7" as zhulin hours set 8 morning
expect "an id is above zero" wrong "ID 0" as zhulin absence remove 0
expect "an unknown kind of identity is refused in words" wrong "--id-kind bogus resident passport" as zhulin case intake "$item" \
    --name 张三 --id 530111199001010024 --phone 13888880000 --id-kind bogus
expect "so is a kind of applicant" wrong "--kind zzz person enterprise" as zhulin case intake "$item" --name 张三 --kind zzz
expect "so is a way of delivery" wrong "--delivery zzz pickup locker" as zhulin case intake "$item" --name 张三 --delivery zzz
expect "so is a purpose" wrong "--purpose zzz enquiry" as kiosk1 ticket issue --queue 1 --purpose zzz
expect "what is done without its options says the usage" wrong "Usage: --queue" as zhulin ticket transfer why
expect "a deadline beyond the calendar is refused in words" \
    says "beyond the calendar" as wangfang calendar due 9999-12-31 5 working_day
expect "so is one beyond it at its end" says "beyond the calendar" as wangfang calendar due 9000-01-01 1000 year
expect "the last years that can be counted are" says 9930 as wangfang calendar due 9929-12-01 31 day
expect "a day before the calendar is refused in words" says "beyond the calendar" as admin calendar add 1948-12-31 off x
finish
