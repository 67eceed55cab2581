-- SPDX-License-Identifier: MIT
-- Extended hours: closing drops nobody, who may close and admit, requests to other counters, and the register.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(85);
update banshi.counter set comprehensive = true where number = '1';
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case s.login when 'leo' then '公安分局' when 'bob' then '公安分局' else '综合部' end
  and s.login in ('leo', 'bob', 'ann', 'cat');
create function pg_temp.open_ones() returns text
    language sql as $$
    select string_agg(concat_ws(' ', number, state, nullif(counter_label, ''), nullif(staff_name, '')), ', ' order by number)
    from api.extension where ended_at is null $$;
create function pg_temp.begin_it() returns text
    language sql as $$ select string_agg(number, ' ' order by number) from api.extension_begin(gen_random_uuid(), '') $$;
create function pg_temp.said(r api.extension_request) returns text
    language sql as $$
    select concat_ws(' ', (r).kind, (r).state, nullif((r).number, ''), (r).asked, nullif((r).answer_name, ''), nullif((r).answer_counter, ''),
                     nullif((r).answer, ''), case when (r).mine then 'mine' end) $$;
create function pg_temp.request(n int) returns bigint
    language sql security definer as $$ select id from banshi.extension_request order by id offset n - 1 limit 1 $$;

select pg_temp.at('16:30');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('kiosk');
select string_agg(pg_temp.issue('A'), '') from generate_series(1, 4) \g /dev/null
select string_agg(pg_temp.issue('B'), '') from generate_series(1, 2) \g /dev/null
select pg_temp.as('ann');
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select number from api.ticket_skip(gen_random_uuid()) \g /dev/null
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select number from api.ticket_hold(gen_random_uuid(), '复印') \g /dev/null
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select pg_temp.as('bob');
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null

-- who closes
select pg_temp.at('17:00');
select throws_ok($$ select pg_temp.begin_it() $$, 'BS002', 'others are still at their counters', 'a clerk closes only as the last one');
select pg_temp.as('cat');
select throws_ok($$ select pg_temp.begin_it() $$, 'BS002', null, 'who is at no counter neither');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.begin_it() $$, '42501', null, 'nor a kiosk');
select pg_temp.as('leo');
select is(pg_temp.begin_it(), 'B001 B002', 'a lead closes the own department');
select throws_ok($$ select pg_temp.begin_it() $$, 'BS004', 'closed · 17:00', 'once');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('B') $$, 'BS004', '公安 · closed · 17:00', 'norm 7.1: no new numbers there');
select is(pg_temp.issue('A'), 'A005', 'but elsewhere');
select pg_temp.as('sue');
select is(pg_temp.begin_it(), 'A002 A003 A004 A005 B001 B002', 'norm 7.1: a supervisor closes the centre; every unfinished visit goes on');
select throws_ok($$ select pg_temp.begin_it() $$, 'BS004', 'closed · 17:00', 'once');
select is(pg_temp.open_ones(), 'A002 held 1 安, A003 called 1 安, A004 waiting, A005 waiting, B001 serving 2 白, B002 waiting',
          'waiting, called, serving and held, with who stays');
select is((select string_agg(distinct reason || to_char(started_at at time zone 'Asia/Shanghai', ' HH24:MI'), ',') from api.extension),
          'unfinished at closing 17:00', 'why and since when');
select pg_temp.as('ann');
select throws_ok($$ select pg_temp.issue('A') $$, 'BS004', '综合 · closed · 17:00', 'a clerk gives no number after closing');
select pg_temp.as('leo');
select is(pg_temp.issue('B'), 'B003', 'a lead still admits somebody');
select is((select reason || minutes from api.extension where number = 'B003'), 'admitted after closing0', 'which is stored as such');

-- it goes on like any visit, and ends with it
select pg_temp.at('17:20');
select pg_temp.as('bob');
select number from api.ticket_done(gen_random_uuid()) \g /dev/null
select is((select outcome || ' ' || minutes || staff_name from api.extension where number = 'B001'), 'done 20白', 'an extension ends with the visit');
select is(rule.minutes('2026-11-24 17:00', '2026-11-24 17:20:01'), 21::bigint, 'a minute that has begun counts as one');
select is((select number from api.ticket_call_next(gen_random_uuid())), 'B002', 'the next one is called after closing too');
select number from api.ticket_skip(gen_random_uuid()) \g /dev/null
select is((select outcome from api.extension where number = 'B002'), 'skipped', 'who does not come is not waited for');
select number from api.ticket_restore(gen_random_uuid(), pg_temp.ticket('B002')) \g /dev/null
select is((select outcome || (ended_at is null) from api.extension where number = 'B002'), 'true', 'but goes on when back');
select pg_temp.as('ann');
select number from api.ticket_restore(gen_random_uuid(), pg_temp.ticket('A001')) \g /dev/null
select is((select reason from api.extension where number = 'A001'), 'brought back', 'a number skipped before closing, too');
select number from api.ticket_leave(gen_random_uuid(), pg_temp.ticket('A005')) \g /dev/null
select is((select outcome from api.extension where number = 'A005'), 'left', 'who goes home has left');

-- coordination
select throws_ok($$ select api.extension_ask(gen_random_uuid(), pg_temp.counter('2'), null, null, ' ') $$, 'BS015', null, 'asking needs a reason');
select throws_ok($$ select api.extension_ask(gen_random_uuid(), null, null, null, '联办') $$, 'BS001', null, 'and somebody');
select throws_ok($$ select api.extension_ask(gen_random_uuid(), 0, null, null, '联办') $$, 'BS003', 'counter · 0', 'who is there');
select throws_ok($$ select api.extension_ask(gen_random_uuid(), null, 0, null, '联办') $$, 'BS003', 'department · 0', 'department too');
select throws_ok($$ select api.extension_ask(gen_random_uuid(), pg_temp.counter('2'), null, pg_temp.ticket('A005'), '联办') $$, 'BS004',
                 'A005 · left', 'for a visit that goes on');
select is(pg_temp.said(r), 'take asked A003 2', 'norm 7.2: the comprehensive counter asks another counter to take a visit')
from api.extension_ask('00000000-0000-4000-8000-000000000001', pg_temp.counter('2'), null, pg_temp.ticket('A003'), '联办') as r;
select is(pg_temp.said(r), 'take asked A003 2', 'once')
from api.extension_ask('00000000-0000-4000-8000-000000000001', pg_temp.counter('2'), null, pg_temp.ticket('A003'), '联办') as r;
select is(pg_temp.said(r), 'stay asked 公安分局', 'or a department to stay')
from api.extension_ask(gen_random_uuid(), null, (select id from banshi.department where name = '公安分局'), null, '等候核查') as r;
select throws_ok($$ select api.extension_answer(gen_random_uuid(), pg_temp.request(1), true, '') $$, 'BS002', 'asked of somebody else',
                 'who asks does not answer');
select throws_ok($$ select api.extension_done(gen_random_uuid(), pg_temp.request(1)) $$, 'BS004', 'request · asked', 'nor is it done');
select pg_temp.as('bob');
select throws_ok($$ select api.extension_ask(gen_random_uuid(), pg_temp.counter('1'), null, null, '帮忙') $$, 'BS002', null,
                 'other counters do not coordinate');
select is((select string_agg(pg_temp.said(r), ', ' order by id) from api.extension_request as r),
          'take asked A003 2 mine, stay asked 公安分局 mine', 'the asked counter sees what is asked of it');
select throws_ok($$ select api.extension_answer(gen_random_uuid(), pg_temp.request(2), false, '') $$, 'BS015', 'declined', 'a refusal needs its reason');
select is(pg_temp.said(r), 'take agreed A003 2 白 2 好', 'accepting')
from api.extension_answer(gen_random_uuid(), pg_temp.request(1), true, '好') as r;
select is((select state || counter_label from api.ticket where number = 'A003'), 'waiting2', 'norm 7.2: hands the visit over');
select throws_ok($$ select api.extension_answer(gen_random_uuid(), pg_temp.request(1), false, '不') $$, 'BS004', 'request · agreed', 'once');
select is((select number from api.ticket_call(gen_random_uuid(), pg_temp.ticket('A003'), '联办')), 'A003', 'it is called there');
select pg_temp.at('17:45');
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select number from api.ticket_done(gen_random_uuid()) \g /dev/null
select is((select state from api.extension_request where number = 'A003'), 'done', 'and is done with the visit');
select is((select helpers || ' ' || coordinator || ' ' || staff_name || ' ' || minutes from api.extension where number = 'A003'), '2 安 白 45',
          'law: the register says who cooperated and who coordinated');
select pg_temp.as('leo');
select is(pg_temp.said(r), 'stay agreed 公安分局 李', 'a lead answers for the department')
from api.extension_answer(gen_random_uuid(), pg_temp.request(2), true, null) as r;
select pg_temp.at('18:15');
select is(pg_temp.said(r), 'stay done 公安分局 李', 'and says when it is over')
from api.extension_done(gen_random_uuid(), pg_temp.request(2)) as r;
select throws_ok($$ select api.extension_done(gen_random_uuid(), pg_temp.request(2)) $$, 'BS004', 'request · done', 'once');

-- a held visit is handed over too
select pg_temp.as('ann');
select pg_temp.said(r)
from api.extension_ask(gen_random_uuid(), pg_temp.counter('2'), null, pg_temp.ticket('A002'), '联办') as r \g /dev/null
select pg_temp.as('cat');
select throws_ok($$ select api.extension_answer(gen_random_uuid(), pg_temp.request(3), true, null) $$, 'BS002', 'asked of somebody else',
                 'only who was asked answers');
select pg_temp.as('bob');
select is(pg_temp.said(r), 'take agreed A002 2 白 2', 'a held visit is taken over')
from api.extension_answer(gen_random_uuid(), pg_temp.request(3), true, null) as r;
select is((select state || counter_label from api.ticket where number = 'A002'), 'waiting2', 'and waits for the new counter');

-- hours
select is((select string_agg(concat_ws(' ', staff_name, minutes, visits), ', ' order by staff_name) from api.extension_hours),
          '安 20 2, 李 30 0, 白 75 4', 'hours are those from closing to the last thing done, for time off in lieu');
select is((select count(*) from api.extension_hours where day = '2026-11-23'), 0::bigint, 'day by day');

-- a mistake
select throws_ok($$ select api.extension_withdraw(gen_random_uuid(), '误操作') $$, '42501', null, 'a clerk takes no closing back');
select pg_temp.as('sue');
select throws_ok($$ select api.extension_withdraw(gen_random_uuid(), '') $$, 'BS015', 'extension', 'it needs a reason');
select lives_ok($$ select api.extension_withdraw(gen_random_uuid(), '误操作') $$, 'a supervisor does');
select is(pg_temp.open_ones(), null, 'nothing is extended any more');
select pg_temp.as('kiosk');
select is(pg_temp.issue('A'), 'A006', 'numbers are given again');
select pg_temp.as('sue');
select throws_ok($$ select api.extension_withdraw(gen_random_uuid(), '误操作') $$, 'BS004', 'not closed', 'not twice');
select is(pg_temp.begin_it(), 'A001 A002 A004 A006 B002 B003', 'and closing again extends what is unfinished then');
select is((select string_agg(e.kind, ' ' order by e.id) from banshi.event as e where e.concept = 'extension'), 'closed closed withdrawn closed',
          'what was done is kept');

-- the last clerk
select pg_temp.as('');
delete from banshi.closing;
update banshi.counter set state = 'closed', staff = null where number = '1';
select pg_temp.as('bob');
select is(pg_temp.begin_it(), 'A001 A002 A004 A006 B002 B003', 'the last clerk closes the centre');
select pg_temp.as('eve');
select is((select count(*) from api.extension) + (select count(*) from api.extension_request), 0::bigint, 'another centre sees nothing of it');
-- a call that is repeated, since its answer was lost, acts once
select pg_temp.as('');
delete from banshi.closing;
delete from banshi.extension_request;
update banshi.counter set comprehensive = true, state = 'open', staff = (select s.id from banshi.staff as s where s.login = 'ann')
where number = '1' and centre = (select min(id) from banshi.centre);
select pg_temp.as('sue');
select ok(pg_temp.once('select api.extension_' || v.act), 'once: ' || v.act)
from (values (1, 'begin($1, '''')'), (2, 'ask($1, pg_temp.counter(''2''), null, null, ''留守'')'),
             (3, 'ask($1, pg_temp.counter(''2''), null, pg_temp.ticket(''A004''), ''联办'')')) as v (n, act)
order by v.n;
select is((select count(*) from api.extension_request), 2::bigint, 'two were asked');
select pg_temp.as('bob');
select ok(pg_temp.once('select api.extension_answer($1, (select max(id) from api.extension_request), false, ''有事'')'), 'once: a refusal');
select ok(pg_temp.once('select api.extension_answer($1, (select min(id) from api.extension_request), true, '''')'), 'once: an acceptance');
select ok(pg_temp.once('select api.extension_done($1, (select min(id) from api.extension_request))'), 'once: done');
select pg_temp.as('sue');
select ok(pg_temp.once('select api.extension_withdraw($1, ''误操作'')'), 'once: taken back');
-- outside the opening hours (Tuesday 09:00 to 17:00, with lunch)
select pg_temp.as('');
delete from banshi.closing;
delete from banshi.extension;
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.centre set issue_policy = 'open';
select pg_temp.at('08:29');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('A') $$, 'BS004', '综合 · closed · numbers from · 11-24 08:30', 'norm 4.4: at night no numbers are given');
select pg_temp.at('08:30');
select lives_ok($$ select pg_temp.issue('A') $$, 'who comes half an hour before it opens gets one');
select pg_temp.as('adm');
select lives_ok($$ select api.centre_set(gen_random_uuid(), '{"issue_early": 0}') $$, 'unless the centre says otherwise');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"issue_policy": "never"}') $$, 'BS001', null, 'in words that there are');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('A') $$, 'BS004', '综合 · closed · numbers from · 11-24 09:00', 'then not before it opens');
select pg_temp.as('leo');
select lives_ok($$ select pg_temp.issue('A') $$, 'a lead may admit somebody');
select is((select count(*) from api.extension), 0::bigint, 'which is no extension in the morning');
select pg_temp.as('sue');
select api.hours_set(gen_random_uuid(), null, 2, 'lunch', null, null) \g /dev/null
select pg_temp.at('12:30');
select pg_temp.as('kiosk');
select lives_ok($$ select pg_temp.issue('A') $$, 'at noon they are given for the afternoon');
select pg_temp.at('16:59:59');
select lives_ok($$ select pg_temp.issue('B') $$, 'until it closes');
select pg_temp.as('ann');
select is((select count(*) from api.extension_sweep(gen_random_uuid())), 0::bigint, 'which does not come before its time');
select pg_temp.at('17:00');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('B') $$, 'BS004', '公安 · closed · 17:00 · numbers from · 11-25 09:00', 'norm_7_1: then none are given');
select pg_temp.at('17:02');
select pg_temp.as('ann');
select ok((select count(*) > 8 and every(started_at = '2026-11-24 17:00+08') from api.extension_sweep('00000000-0000-4000-8000-0000000000aa')),
          'norm_7_1: and every unfinished visit opens an extension by itself, from closing time on');
select is((select count(*) from api.extension_sweep('00000000-0000-4000-8000-0000000000aa')) || ' ' || (select count(*) from api.extension_sweep(gen_random_uuid())),
          (select count(*) || ' ' || count(*) from api.extension), 'once');
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('B') $$, 'BS004', '公安 · closed · 17:00 · numbers from · 11-25 09:00', 'and still none');
select pg_temp.as('leo');
select pg_temp.issue('B') \g /dev/null
select is((select count(*) from api.extension where reason = 'admitted after closing'), 1::bigint, 'whom a lead admits now is an extension');
select pg_temp.as('sue');
select lives_ok($$ select api.extension_withdraw(gen_random_uuid(), '加班') $$, 'a closing by the clock can be taken back');
select is((select count(*) from api.extension_sweep(gen_random_uuid())), 0::bigint, 'and is not done again that day');
select api.hours_set(gen_random_uuid(), '2026-11-24', null, 'extended', '08:00', '20:00') \g /dev/null
select pg_temp.as('kiosk');
select lives_ok($$ select pg_temp.issue('B') $$, 'norm 4.4: in an extended session numbers are given');
select pg_temp.at('20:00');
select throws_ok($$ select pg_temp.issue('B') $$, 'BS004', null, 'until it ends');
select * from finish();
rollback;
