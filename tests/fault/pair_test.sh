#!/bin/sh
# SPDX-License-Identifier: MIT
# Two at once: the first acts and has not committed when the second tries the same thing. The second waits for the first and is told
# what has become of it; nothing is done twice, and nothing of the first is lost.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start || { echo "1..0 # the server does not start"; exit 1; }
psql() { PGOPTIONS="-c client_min_messages=warning -c banshi.clock=${clock:-2026-11-24T09:00+08}" "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }
ask() { psql -c "$1"; }
is() { [ "$(ask "$1")" = "$2" ] || { ask "$1"; return 1; }; }

# pair WHO ACT OTHER ACT: $first and $second are what they got; $met is "waited" when the second waited for the first
mkfifo "$cluster_dir/pipe"
trap '' PIPE # who was refused at once reads no more; what it was told is looked at
pair() {
    : > "$cluster_dir/first" # what the last pair's said would be taken for this one's
    psql -U "$1" < "$cluster_dir/pipe" > "$cluster_dir/first" 2>&1 &
    pair_first=$!
    exec 3> "$cluster_dir/pipe"
    printf 'begin;\nselect * from api.%s;\n\\echo acted\n' "$2" >&3
    until grep -q acted "$cluster_dir/first" || ! kill -0 $pair_first 2> /dev/null; do sleep 0.02; done
    PGAPPNAME=second psql -U "$3" -v VERBOSITY=verbose -c "select * from api.$4" > "$cluster_dir/second" 2>&1 &
    pair_second=$!
    met=
    while kill -0 $pair_second 2> /dev/null; do
        if [ "$(ask "select count(*) from pg_stat_activity where application_name = 'second' and wait_event_type = 'Lock'")" = 1 ]; then
            met=waited
            break
        fi
        sleep 0.02
    done
    printf 'commit;\n' >&3
    exec 3>&-
    wait $pair_first
    wait $pair_second
    first=$(cat "$cluster_dir/first")
    second=$(cat "$cluster_dir/second")
}
# refused CODE: the first acted, the second waited and was refused with the code
refused() {
    case $first in *ERROR*) echo "first: $first"; return 1 ;; esac
    case $second in *" $1:"*) ;; *) echo "second: $second"; return 1 ;; esac
    [ "$met" = waited ] || { echo "the second did not wait"; return 1; }
}
# done_both: neither was refused
done_both() {
    case $first$second in *ERROR*) echo "first: $first"; echo "second: $second"; return 1 ;; esac
}
# number NAME: an id that was put down
number() { ask "select id from public.kept where name = '$1'"; }
opid=00000000-0000-4000-8000-00000000000

cat > "$cluster_dir/setup.sql" <<SQL
\i $abs_top_srcdir/tests/lib/fixture.sql
create table public.kept (name text, id bigint);
grant all on public.kept to public;
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.item set statutory = 20, statutory_unit = 'working_day' where name = '居民身份证';
update banshi.staff as s set department = d.id from banshi.department as d
where d.centre = s.centre and d.name = case when s.login in ('leo', 'bob') then '公安分局' else '综合部' end and s.login in ('leo', 'bob', 'ann', 'cat');
create function pg_temp.take(name text, outcome text default 'accept') returns void language plpgsql as \$\$
begin
    perform api.case_intake(gen_random_uuid(), jsonb_build_object('item', pg_temp.item('居民身份证'), 'applicant_name', '张', 'id_number', '530111199001010016',
        'phone', '13888880000'), jsonb_build_object('outcome', outcome));
    insert into public.kept select name, max(id) from api."case";
end \$\$;
create function pg_temp.duty(day text, number text, login text) returns jsonb language sql security definer as \$\$
    select jsonb_build_object('day', day, 'counter', pg_temp.counter(number), 'cause', '', 'why', '{}'::jsonb, 'staff', (select s.id from banshi.staff as s where s.login = duty.login)) \$\$;
create function pg_temp.duty_id(day text, number text) returns bigint language sql security definer as \$\$
    select d.id from banshi.roster_duty as d where d.day = duty_id.day::date and d.counter = pg_temp.counter(number) \$\$;
select pg_temp.at('08:50');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A');
select number from api.ticket_call_next(gen_random_uuid());
select number from api.ticket_skip(gen_random_uuid());
select number from api.ticket_call_next(gen_random_uuid());
select number from api.ticket_serve(gen_random_uuid());
select pg_temp.take('decided', ''), pg_temp.take('finished'), pg_temp.take('prolonged'), pg_temp.take('voided'), pg_temp.take('served');
select api.incident_report(gen_random_uuid(), '争执');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('sue');
insert into public.kept select 'message', id from api.message_send(gen_random_uuid(), pg_temp.counter('2'), null, '请叫号');
insert into public.kept select 'request', id from api.extension_ask(gen_random_uuid(), null, (select min(id) from api.department where name = '公安分局'), null, '留守');
select api.roster_put(gen_random_uuid(), 'lunch', '2026-11-01', jsonb_build_object('from', '2026-11-24', 'draft', 0, 'duties', jsonb_build_array(
    pg_temp.duty('2026-11-24', '2', 'bob'), pg_temp.duty('2026-11-25', '1', 'ann'), pg_temp.duty('2026-11-26', '1', 'ann'), pg_temp.duty('2026-11-27', '1', 'ann'))));
select api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', null);
select api.roster_unassign(gen_random_uuid(), pg_temp.duty_id('2026-11-27', '1'), null);
select pg_temp.as('ann');
insert into public.kept select 'asked', id from api.roster_swap(gen_random_uuid(), pg_temp.duty_id('2026-11-25', '1'), 'cat', null, '');
insert into public.kept select 'consented', id from api.roster_swap(gen_random_uuid(), pg_temp.duty_id('2026-11-26', '1'), 'cat', null, '');
select pg_temp.as('cat');
select api.roster_consent(gen_random_uuid(), (select id from public.kept where name = 'consented'), true);
select pg_temp.as('');
insert into public.kept
select 'incident', max(id) from banshi.incident
union all select 'skipped', id from banshi.ticket where number = 'A001'
union all select 'waiting', id from banshi.ticket where number = 'A003'
union all select 'duty', pg_temp.duty_id('2026-11-27', '1')
union all select 'counter ' || number, id from banshi.counter where centre = (select min(id) from banshi.centre)
union all select k.name || ' document', d.id from public.kept as k join banshi.document as d on d.case_id = k.id and k.name in ('voided', 'served')
union all select 'queue', pg_temp.queue('A');
SQL
if ! PGOPTIONS=-cclient_min_messages=warning "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -f "$cluster_dir/setup.sql" > "$cluster_dir/setup.log" 2>&1; then
    sed 's/^/# /' "$cluster_dir/setup.log"
    echo "1..0 # no centre"
    exit 1
fi
new='gen_random_uuid()'

# cases and documents
case=$(number decided)
pair ann "case_decide($new, $case, '{\"outcome\":\"accept\"}', null)" bob "case_decide($new, $case, '{\"outcome\":\"refuse\",\"reason\":\"不符\"}', null)"
expect "of two decisions at once one is refused" refused BS004
expect "and one document is issued" is "select string_agg(kind, ' ' order by id) from banshi.document where case_id = $case" "receipt acceptance"
case=$(number finished)
pair ann "case_finish($new, $case, 'granted', '')" bob "case_suspend($new, $case, 'hearing', '听证。', 5)"
expect "a case that is just being decided is not suspended" refused BS004
case=$(number prolonged)
pair leo "case_extend($new, $case, 5, false, '复杂。')" sue "case_extend($new, $case, 5, false, '复杂。')"
expect "of two prolongations at once one is refused" refused BS004
document=$(number 'voided document')
pair ann "document_void($new, $document, '有误', true)" sue "document_void($new, $document, '有误', true)"
expect "of two at once who issue a document anew one is refused" refused BS004
expect "and one replaces it" is "select count(*) from banshi.document where voids = $document" 1
document=$(number 'served document') values="'{\"recipient\":\"张\",\"relation\":\"self\",\"place\":\"窗口\"}'"
pair ann "document_serve($new, $document, $values)" bob "document_serve($new, $document, $values)"
expect "of two services at once one is refused" refused BS004
pair ann "document_printed($new, $document, 'printer:a')" bob "document_printed($new, $document, 'printer:b')"
expect "two printings at once" done_both
expect "are two" is "select string_agg(n::text, ' ' order by n) from banshi.document_print where document = $document" "1 2"

# numbers
ticket=$(number skipped)
pair ann "ticket_restore($new, $ticket)" leo "ticket_restore($new, $ticket)"
expect "a skipped number is brought back once" refused BS004
ticket=$(number waiting)
pair leo "ticket_leave($new, $ticket)" sue "ticket_void($new, $ticket, '重复')"
expect "who has just gone home is not voided" refused BS004
pair ann "ticket_done($new)" ann "ticket_done($new)"
expect "a visit is finished once, from whichever of two terminals" refused BS004
pair bob "session_sign_off($new)" leo "floor_pause($new, $(number 'counter 2'), '开会')"
expect "a counter that is just being closed is not paused" refused BS004
pair bob "session_sign_on($new, $(number 'counter 2'), '{\"badge\": true, \"party_badge\": true, \"uniform\": true, \"grooming\": true}')" \
    cat "session_sign_on($new, $(number 'counter 2'), '{\"badge\": true, \"uniform\": true, \"grooming\": true}')"
expect "of two who sign on at one counter at once one is refused" refused BS006
pair ann "ticket_call_next($new)" ann "ticket_call_next($new)"
expect "of two terminals that call at one counter one is told of the number in hand" refused BS005
expect "and one number is called" is "select string_agg(number, ' ') from banshi.ticket where state = 'called'" A001
pair bob "session_sign_off($new)" ann "ticket_transfer($new, null, $(number 'counter 2'), true, '')"
expect "nobody is sent to a counter that is just being closed" refused BS006
pair ann "ticket_issue('${opid}1', $(number queue), null, null, null, null, null)" ann "ticket_issue('${opid}1', $(number queue), null, null, null, null, null)"
expect "an operation id used twice at once" done_both
expect "gives one number" is "select count(*) from banshi.ticket where number > 'A004'" 1

# the roster
pair cat "roster_consent($new, $(number asked), true)" cat "roster_consent($new, $(number asked), false)"
expect "a swap is consented to or declined" refused BS004
pair sue "roster_approve($new, $(number consented), true)" adm "roster_approve($new, $(number consented), false)"
expect "a swap is approved or refused" refused BS004
expect "as the first said" is "select state from banshi.roster_swap where id = $(number consented)" approved
pair sue "roster_publish($new, 'lunch', '2026-11-01', null)" adm "roster_publish($new, 'lunch', '2026-11-01', null)"
expect "of two publications at once one finds nothing to publish" refused BS004
clock=2026-11-24T11:50+08
pair bob "roster_check_in($new)" bob "roster_check_in($new)"
expect "one checks in once" refused BS004
clock=

# the rest
pair bob "extension_answer($new, $(number request), true, '')" leo "extension_answer($new, $(number request), false, '有事')"
expect "a request has one answer" refused BS004
pair sue "incident_follow($new, $(number incident), '已劝解', true)" adm "incident_follow($new, $(number incident), '已离开', true)"
expect "an incident is closed once" refused BS004
pair bob "message_read($new, $(number message))" bob "message_read($new, $(number message))"
expect "a message that two terminals acknowledge at once" done_both
expect "is read once" is "select count(*) from banshi.event where concept = 'message' and kind = 'read'" 1
pair adm "centre_set($new, '{\"recall_limit\": 7}')" adm "centre_set($new, '{\"wait_limit\": 99}')"
expect "two settings at once" done_both
expect "are both kept" is "select recall_limit || ' ' || wait_limit from banshi.centre order by id limit 1" "7 99"
pair adm "staff_edit($new, 'cat', '畅', '综合部', false)" adm "staff_role($new, 'cat', 'lead')"
expect "a name and a role changed at once" done_both
expect "are both kept, too" is "select name || ' ' || role from banshi.staff where login = 'cat'" "畅 lead"
pair sue "hours_set($new, null, 6, 'morning', '09:00', '12:00')" adm "hours_set($new, null, 6, 'extended', '11:00', '13:00')"
expect "of two sessions that overlap one is refused" refused BS001
finish
