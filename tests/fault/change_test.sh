#!/bin/sh
# SPDX-License-Identifier: MIT
# What terminals are told of an act: what changed, which queue, counter and department it concerns and how it is now, with a number that
# increases; nothing of an act that was refused, repeated or taken back.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start || { echo "1..0 # the server does not start"; exit 1; }
psql() { PGOPTIONS="-c client_min_messages=warning -c banshi.clock=${clock:-2026-11-24T09:00+08}" "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
ask() { psql -c "$1"; }
cat > "$cluster_dir/setup.sql" <<SQL
\i $abs_top_srcdir/tests/lib/fixture.sql
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.item set statutory = 20, statutory_unit = 'working_day' where name = '居民身份证';
update banshi.counter set comprehensive = true where number = '1';
-- ids by their names: "ticket A001, queue A, counter 1, called"
create function public.told(payload text) returns text language sql as \$\$
    select concat_ws(', ',
        p[2] || coalesce(' ' || case p[2]
            when 'ticket' then (select number from banshi.ticket where id = p[3]::bigint)
            when 'extension' then (select number from banshi.ticket where id = p[3]::bigint)
            when 'counter' then (select number from banshi.counter where id = p[3]::bigint)
            when 'case' then (select 'of ' || applicant_name from banshi.case where id = p[3]::bigint)
            when 'document' then (select kind from banshi.document where id = p[3]::bigint)
            when 'message' then (select text from banshi.message where id = p[3]::bigint)
            when 'incident' then (select text from banshi.incident where id = p[3]::bigint)
            when 'staff' then (select login from banshi.staff where id = p[3]::bigint)
            when 'centre' then (select name from banshi.centre where id = p[3]::bigint)
            when 'roster' then (select 'of ' || day from banshi.roster_duty where id = p[3]::bigint)
            else nullif(p[3], '0') end, ''),
        'queue ' || (select code from banshi.queue where id = p[4]::bigint),
        'counter ' || (select number from banshi.counter where id = p[5]::bigint),
        'department ' || (select name from banshi.department where id = p[6]::bigint),
        nullif(p[7], '-'))
    from (select string_to_array(payload, ' ') as p) as s
    where cardinality(p) = 7 \$\$;
create function public.n(number text) returns bigint language sql security definer as \$\$ select id from banshi.ticket where number = \$1 \$\$;
create function public.counter(number text) returns bigint language sql security definer as \$\$
    select min(id) from banshi.counter where number = \$1 and centre = (select min(id) from banshi.centre) \$\$;
create function public.queue(code text) returns bigint language sql security definer as \$\$ select min(id) from banshi.queue where code = \$1 \$\$;
create function public.case_of(name text) returns bigint language sql security definer as \$\$ select id from banshi.case where applicant_name = \$1 \$\$;
create function public.document(kind text) returns bigint language sql security definer as \$\$ select max(id) from banshi.document where kind = \$1 \$\$;
create function public.duty(number text, login text) returns jsonb language sql security definer as \$\$
    select jsonb_build_object('day', '2026-11-24', 'counter', public.counter(number), 'cause', '', 'why', '{}'::jsonb, 'staff', s.id)
    from banshi.staff as s where s.login = duty.login \$\$;
create function public.take(name text, decision jsonb) returns bigint language sql as \$\$
    select count(*) from api.case_intake(gen_random_uuid(), jsonb_build_object('item', (select id from api.item where name = '居民身份证'),
        'applicant_name', name, 'id_number', '530111199001010016', 'phone', '13888880000'), decision) \$\$;
SQL
if ! PGOPTIONS=-cclient_min_messages=warning "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -f "$cluster_dir/setup.sql" > "$cluster_dir/setup.log" 2>&1; then
    sed 's/^/# /' "$cluster_dir/setup.log"
    echo "1..0 # no centre"
    exit 1
fi
# payloads WHO STATEMENT…: what somebody who listens is told of what they do, and the statements are done
: > "$cluster_dir/all"
payloads() {
    payloads_who=$1
    shift
    for statement; do
        set -- "$@" -c "$statement"
        shift
    done
    psql -U "$payloads_who" -c 'listen banshi_530111001' "$@" -c 'select' 2> "$cluster_dir/refusal" |
        sed -n 's/^Asynchronous notification "banshi_530111001" with payload "\(.*\)" received .*/\1/p' | tee -a "$cluster_dir/all"
}
# tells WHO ACT WHAT…: the act tells this and nothing else
tells() {
    tells_who=$1 tells_act=$2
    shift 2
    payloads "$tells_who" "select * from api.$tells_act" > "$cluster_dir/payloads"
    while read -r payload; do ask "select public.told('$payload')"; done < "$cluster_dir/payloads" > "$cluster_dir/told"
    for line; do printf '%s\n' "$line"; done | diff - "$cluster_dir/told" || { cat "$cluster_dir/refusal" "$cluster_dir/payloads"; return 1; }
}
new='gen_random_uuid()' dress='{"badge": true, "party_badge": true, "uniform": true, "grooming": true}'

expect "signing on" tells ann "session_sign_on($new, public.counter('1'), '$dress')" "counter 1, counter 1, department 综合部, open"
expect "at another counter" tells bob "session_sign_on($new, public.counter('2'), '$dress')" "counter 2, counter 2, department 公安分局, open"
for ticket in A001 A002 A003 A004 A005; do
    expect "a number" tells ann "ticket_issue($new, public.queue('A'), null, null, null, null, null)" "ticket $ticket, queue A, waiting"
done
expect "a call" tells ann "ticket_call_next($new)" "ticket A001, queue A, counter 1, called"
expect "one more" tells ann "ticket_recall($new)" "ticket A001, queue A, counter 1, called"
expect "service" tells ann "ticket_serve($new)" "ticket A001, queue A, counter 1, serving"
expect "an application, not decided" tells ann "case_intake($new, jsonb_build_object('item', (select id from api.item where name = '居民身份证'), 'applicant_name', '张三',
    'id_number', '530111199001010016', 'phone', '13888880000'), '{}')" "case of 张三, counter 1, department 公安分局, received"
expect "its acceptance" tells ann "case_decide($new, public.case_of('张三'), '{\"outcome\": \"accept\"}', null)" "case of 张三, counter 1, department 公安分局, accepted"
expect "a hold" tells ann "ticket_hold($new, '复印')" "ticket A001, queue A, counter 1, held"
expect "the next of several" tells ann "ticket_call_next($new)" "ticket A002, queue A, counter 1, called"
expect "who does not come" tells ann "ticket_skip($new)" "ticket A002, queue A, counter 1, skipped"
expect "a held number taken up" tells ann "ticket_resume($new, public.n('A001'))" "ticket A001, queue A, counter 1, serving"
expect "a visit's end" tells ann "ticket_done($new)" "ticket A001, queue A, counter 1, done"
expect "a number brought back" tells ann "ticket_restore($new, public.n('A002'))" "ticket A002, queue A, waiting"
expect "a chosen one" tells ann "ticket_call($new, public.n('A003'), '急事')" "ticket A003, queue A, counter 1, called"
expect "passing on to a queue" tells ann "ticket_transfer($new, public.queue('B'), null, true, '')" "ticket A003, queue B, waiting"
payloads ann "select * from api.ticket_call_next($new)" > /dev/null
expect "to a counter" tells ann "ticket_transfer($new, null, public.counter('2'), true, '')" "ticket A002, queue A, counter 2, waiting"
expect "who was sent to a counter is called" tells bob "ticket_call_next($new)" "ticket A002, queue A, counter 2, called"
expect "an undone call" tells bob "ticket_return($new, '')" "ticket A002, queue A, counter 2, waiting"
expect "who went home" tells ann "ticket_leave($new, public.n('A004'))" "ticket A004, queue A, left"
expect "a void number" tells leo "ticket_void($new, public.n('A005'), '重复')" "ticket A005, queue A, void"

expect "a pause" tells ann "counter_pause($new, '午餐')" "counter 1, counter 1, department 综合部, paused"
expect "and its end" tells ann "counter_resume($new)" "counter 1, counter 1, department 综合部, open"
expect "what a counter serves" tells sue "floor_queue($new, public.counter('2'), public.queue('C'), 5, '')" \
    "counter 2, queue C, counter 2, department 公安分局, open" "ticket, queue C, counter 2"
expect "a message" tells sue "message_send($new, public.counter('2'), null, '请叫号')" "message 请叫号, counter 2, sent"
expect "to all" tells sue "message_send($new, null, null, '开会')" "message 开会, counter 1, sent" "message 开会, counter 2, sent"
expect "read" tells bob "message_read($new, (select min(id) from api.message))" "message 请叫号, counter 2, read"
expect "an incident" tells ann "incident_report($new, '争执')" "incident 争执, counter 1, reported"
expect "followed up" tells sue "incident_follow($new, (select max(id) from api.incident), '已安抚', true)" "incident 争执, counter 1, closed"

expect "a document that was served" tells ann "document_serve($new, public.document('acceptance'), '{\"recipient\": \"张三\", \"relation\": \"self\", \"place\": \"窗口\"}')" \
    "document acceptance, served" "document service, issued"
expect "printed" tells ann "document_printed($new, public.document('acceptance'), 'file')" "document acceptance"
expect "many printed" tells ann "document_batch_printed($new, jsonb_build_array(public.document('acceptance'), public.document('receipt')), 'file')" "document"
expect "a void proof, and what it proved" tells ann "document_void($new, public.document('service'), '有误', false)" "document service, voided" "document acceptance, issued"
expect "a document anew" tells ann "document_void($new, public.document('acceptance'), '有误', true)" "document acceptance, voided" "document acceptance, issued"
expect "a suspension" tells ann "case_suspend($new, public.case_of('张三'), 'hearing', '听证。', 5)" "case of 张三, counter 1, department 公安分局, suspended"
expect "the clock goes on" tells ann "case_resume($new, public.case_of('张三'))" "case of 张三, counter 1, department 公安分局, accepted"
expect "a result" tells ann "case_finish($new, public.case_of('张三'), 'granted', '')" "case of 张三, counter 1, department 公安分局, decided"
expect "its delivery" tells ann "case_deliver($new, public.case_of('张三'), '', '')" "case of 张三, counter 1, department 公安分局, delivered"

expect "a request to stay" tells ann "extension_ask($new, public.counter('2'), null, null, '留守')" "extension, counter 2, asked"
expect "its answer" tells bob "extension_answer($new, (select max(id) from api.extension_request), true, '')" "extension, counter 2, agreed"
expect "a request to take a visit over" tells ann "extension_ask($new, public.counter('2'), null, public.n('A002'), '代办')" "extension A002, counter 2, asked"
expect "a plan" tells sue "roster_put($new, 'lunch', '2026-11-01', jsonb_build_object('from', '2026-11-24', 'draft', 0, 'duties', jsonb_build_array(public.duty('2', 'bob'))))" "roster"
expect "its publication" tells sue "roster_publish($new, 'lunch', '2026-11-01', null)" "roster"
expect "one duty" tells sue "roster_unassign($new, (select max(id) from api.roster_duty), null)" "roster of 2026-11-24, counter 2"
expect "a phrase" tells adm "forbidden_add($new, '不知道', '', '')" "phrase"
expect "hours" tells adm "hours_set($new, null, 6, 'morning', '09:00', '12:00')" "hours"
expect "a day" tells adm "calendar_add($new, '2026-12-01', false, '停水')" "calendar"
expect "a member of staff" tells adm "staff_edit($new, 'cat', '常青', null, null)" "staff cat"
expect "the centre" tells adm "centre_set($new, '{\"phone\": \"0871-1\"}')" "centre 官渡区政务服务中心"
batch='{"path": "a.csv", "records": [{"line": 2, "department": "综合部", "number": "9", "name": "新", "queue": "新", "comprehensive": false}]}'
expect "an import, once" tells adm "import($new, 'counters', '$batch')" "counters"
expect "who signs off: sent there alone, they wait for their queue again" tells bob "session_sign_off($new)" "ticket A002, queue A, waiting" "counter 2, counter 2, department 公安分局, closed"

expect "what is refused tells nothing" tells bob "ticket_call_next($new)"
opid=00000000-0000-4000-8000-000000000001
expect "an act tells of itself" tells ann "counter_pause('$opid', '会议')" "counter 1, counter 1, department 综合部, paused"
expect "once, however often it is repeated" tells ann "counter_pause('$opid', '会议')"
payloads ann "select * from api.counter_resume($new)" > /dev/null
taken_back() {
    payloads ann 'begin' "select * from api.counter_pause($new, '午餐')" 'rollback' > "$cluster_dir/payloads"
    [ ! -s "$cluster_dir/payloads" ] && [ "$(ask "select string_agg(state, ' ' order by id) from banshi.counter where number = '1'")" = "open closed" ]
}
expect "nor what was taken back" taken_back
numbered() { # they increase, with holes where an act was taken back
    cut -d ' ' -f 1 "$cluster_dir/all" > "$cluster_dir/numbers"
    sort -nuc "$cluster_dir/numbers" && [ "$(wc -l < "$cluster_dir/numbers")" -ge 60 ] &&
        [ "$(tail -n 1 "$cluster_dir/numbers")" = "$(wc -l < "$cluster_dir/numbers")" ]
}
expect "each event has the next number" numbered
next_number() {
    payloads ann "select * from api.counter_pause($new, '午餐')" > "$cluster_dir/payloads"
    [ "$(cut -d ' ' -f 1 "$cluster_dir/payloads")" = $(($(wc -l < "$cluster_dir/numbers") + 2)) ]
}
expect "and the number of what was taken back never comes" next_number
expect "another centre has numbers of its own" [ "$(ask "select last_value || ' ' || is_called from banshi.change_530111002")" = "1 false" ]
finish
