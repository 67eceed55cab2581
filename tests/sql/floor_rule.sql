-- SPDX-License-Identifier: MIT
-- Counters, the floor, messages, incidents and extended hours, rule by rule: who acts on which counter, who gets which message, who asks,
-- answers and closes, and until when.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(85);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.counter as c set zone = case number when '2' then 'B区' else 'A区' end where c.centre = (select min(id) from banshi.centre);
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case when s.login in ('leo', 'bob') then '公安分局' else '综合部' end and s.login in ('leo', 'bob', 'ann', 'cat');
insert into banshi.staff (centre, login, name, role, department, active)
select d.centre, v.login, v.name, v.role, d.id, v.active
from banshi.department as d, (values ('dan', '邓', 'clerk', true), ('fay', '费', 'clerk', false), ('liz', '丽', 'lead', true), ('sam', '申', 'supervisor', true)) as v (login, name, role, active)
where d.name = '公安分局' and d.centre = (select min(id) from banshi.centre);
create role dan login in role banshi_clerk, banshi_clock;
create role liz login in role banshi_lead, banshi_clock;
create role sam login in role banshi_supervisor, banshi_clock;
create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
-- try something and take it back: what it says, or the code that refuses it
create function pg_temp.try(act text, column_name text default 'state') returns text language plpgsql as $$
declare
    v text;
begin
    execute format('select string_agg((to_jsonb(x) ->> %L), %L) from api.%s as x', column_name, ' ', act) into v;
    raise exception using errcode = 'BZ001';
exception
    when sqlstate 'BZ001' then return coalesce(v, '');
    when others then return sqlstate || ' ' || sqlerrm;
end $$;
create function pg_temp.c(number text) returns text language sql as $$ select 'gen_random_uuid(), ' || pg_temp.counter(number) $$;

select pg_temp.on('2026-11-24 09:00');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');

-- who acts on which counter
select pg_temp.as('leo');
select is(pg_temp.try('floor_' || act), code, 'a lead: ' || act)
from (values ('pause(' || pg_temp.c('2') || ', ''开会'')', 'paused'), ('pause(' || pg_temp.c('1') || ', ''开会'')', 'BS002 counter · 1 · 综合部'),
             ('close(' || pg_temp.c('2') || ', ''停电'')', 'closed'), ('close(' || pg_temp.c('1') || ', ''停电'')', 'BS002 counter · 1 · 综合部'), ('pause(gen_random_uuid(), 0, ''开会'')', 'BS003 counter · 0'),
             ('open(' || pg_temp.c('3') || ', ''dan'', '''')', 'BS002 counter · 3 · 综合部'), ('pause(' || pg_temp.c('2') || ', repeat(''长'', 81))', 'BS001 reason · 81 > 80'),
             ('queue(' || pg_temp.c('1') || ', ' || pg_temp.queue('C') || ', 0, '''')', 'BS002 counter · 1 · 综合部'), ('queue(' || pg_temp.c('2') || ', ' || pg_temp.queue('C') || ', 240, '''')', 'open'),
             ('queue(' || pg_temp.c('2') || ', ' || pg_temp.queue('C') || ', 241, '''')', 'BS001 lag · 241'), ('queue(' || pg_temp.c('2') || ', ' || pg_temp.queue('C') || ', -1, '''')', 'BS001 lag · -1'),
             ('queue(' || pg_temp.c('2') || ', 0, 0, '''')', 'BS003 queue · 0'), ('queue(' || pg_temp.c('2') || ', ' || pg_temp.queue('C') || ', null, '''')', 'BS004 queue · C · unchanged'),
             ('queue(' || pg_temp.c('2') || ', ' || pg_temp.queue('A') || ', 0, '''')', 'open')) as t (act, code);
select pg_temp.as('');
insert into banshi.counter (centre, department, number, name) select d.centre, d.id, '4', '四' from banshi.department as d where d.name = '公安分局' and d.centre = (select min(id) from banshi.centre);
insert into banshi.queue_counter (centre, queue, counter) select centre, pg_temp.queue('B'), id from banshi.counter where number = '4';
create function pg_temp.off(login text, first date, last date) returns void language sql security definer as $$
    insert into banshi.absence (centre, staff, kind, first, last) select s.centre, s.id, 'leave', first, last from banshi.staff as s where s.login = off.login $$;
select pg_temp.as('leo');
select is(pg_temp.try('floor_open(' || pg_temp.c('4') || ', ' || quote_literal(login) || ', '''')', 'staff_name'), code, 'opened for ' || login)
from (values ('dan', '邓'), ('cat', 'BS002 staff · 常 · clerk'), ('liz', '丽'), ('fay', 'BS003 login · fay'), ('nobody', 'BS003 login · nobody'), ('sue', 'BS002 staff · 苏 · supervisor'), ('bob', 'BS030 白 · elsewhere · 2')) as t (login, code);
select pg_temp.as('sue');
select is(pg_temp.try('floor_open(' || pg_temp.c('4') || ', ' || quote_literal(login) || ', '''')', 'staff_name'), code, 'by a supervisor for ' || login)
from (values ('cat', '常'), ('sam', 'BS002 staff · 申 · supervisor'), ('adm', 'BS002 staff · 艾 · admin'), ('board', 'BS002 staff · 大屏 · board')) as t (login, code);
select pg_temp.as('');
select pg_temp.off('cat', '2026-11-25', '2026-11-26'), pg_temp.off('dan', '2026-11-20', '2026-11-24');
select pg_temp.as('sue');
select is(pg_temp.try('floor_open(' || pg_temp.c('4') || ', ''cat'', '''')', 'staff_name') || ' ' || pg_temp.try('floor_open(' || pg_temp.c('4') || ', ''dan'', '''')', 'staff_name'), '常 BS030 邓 · absent', 'who is away today is not put there');
select pg_temp.as('');
update banshi.counter set state = 'paused' where id = pg_temp.counter('2');
select pg_temp.as('sue');
select is(pg_temp.try('floor_open(' || pg_temp.c('2') || ', ''cat'', '''')'), 'BS004 counter · paused', 'a paused counter has its person');
select is(pg_temp.try('floor_close(' || pg_temp.c('2') || ', ''停电'')'), 'closed', 'and can be closed');
select is(pg_temp.try('floor_close(' || pg_temp.c('4') || ', ''停电'')'), 'BS004 counter · closed', 'a closed one not');
select pg_temp.as('');
update banshi.counter set state = 'open' where id = pg_temp.counter('2');

-- the self-check of who was put somewhere is the own
delete from banshi.absence;
select pg_temp.as('sue');
select state from api.floor_open(gen_random_uuid(), pg_temp.counter('4'), 'dan', '') \g /dev/null
select state from api.floor_open(gen_random_uuid(), pg_temp.counter('3'), 'cat', '') \g /dev/null
select pg_temp.as('cat');
select pg_temp.sign_on('3') \g /dev/null
select is((select string_agg(s.login || (h.dress <> '{}'), ' ' order by s.login) from banshi.shift as h join banshi.staff as s on s.id = h.staff where h.ended_at is null and s.login in ('cat', 'dan')), 'cattrue danfalse', 'norm_1_1: who signs on answers the self-check for oneself alone');
select pg_temp.as('sue');
select state from api.floor_close(gen_random_uuid(), pg_temp.counter('4'), '试') \g /dev/null
select state from api.floor_close(gen_random_uuid(), pg_temp.counter('3'), '试') \g /dev/null
select pg_temp.as('');

-- messages
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.as('liz');
select pg_temp.sign_on('4');
select pg_temp.as('');
insert into banshi.counter (centre, department, number, name) select d.centre, d.id, '5', '五' from banshi.department as d where d.name = '综合部' and d.centre = (select min(id) from banshi.centre);
select pg_temp.as('sam');
select pg_temp.sign_on('5');
select is(pg_temp.try('message_send(gen_random_uuid(), ' || target || ', ''集合'')', 'counter_label'), code, 'a supervisor at a counter sends to ' || target)
from (values ('null, null', '4 1 2 3'), ('null, ''A区''', '1 3'), ('null, ''B区''', '2'), ('null, ''C区''', 'BS003 counter · C区'), (pg_temp.counter('4')::text || ', null', '4')) as t (target, code);
select pg_temp.as('liz');
select is(pg_temp.try('message_send(gen_random_uuid(), ' || target || ', ''集合'')', 'counter_label'), code, 'a lead at a counter sends to ' || target)
from (values ('null, null', '2'), ('null, ''A区''', 'BS003 counter · A区')) as t (target, code);
select pg_temp.as('sue');
select id as m from api.message_send(gen_random_uuid(), pg_temp.counter('2'), null, '请叫号') \gset
select pg_temp.as('ann');
select is(pg_temp.try('message_read(gen_random_uuid(), ' || :m || ')', 'text'), 'BS003 message · ' || :m, 'nobody reads for another');
select is((select count(*) from api.message), 0::bigint, 'nor sees it');
select pg_temp.as('liz');
select is((select string_agg(text, '') from api.message), '请叫号', 'a lead sees those of the department');
select is(pg_temp.try('message_read(gen_random_uuid(), ' || :m || ')', 'text'), 'BS003 message · ' || :m, 'but does not read them for others');
select pg_temp.as('bob');
select is((select count(*) from api.message_read(gen_random_uuid(), :m)), 1::bigint, 'who got it does');
select is((select count(*) from banshi.event where concept = 'message' and kind = 'read') || '', '1', 'which is recorded');

-- incidents: leads of the department and supervisors who are at a counter get a message, nobody else
select pg_temp.as('bob');
select pg_temp.issue('B') \g /dev/null
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select is(pg_temp.try('incident_report(gen_random_uuid(), repeat(''长'', 201))'), 'BS001 text · 201 > 200', 'a report has a length');
select ticket from api.incident_report(gen_random_uuid(), '辱骂') \g /dev/null
select pg_temp.as('');
select is((select string_agg(s.login || m.text, ' ' order by m.id) from banshi.message as m join banshi.staff as s on s.id = m.staff where m.text like '%辱骂'), 'liz2 辱骂 sam2 辱骂', 'norm_2_5: those who may act on the counter are told where they are');
select max(id) as i from banshi.incident \gset
select is((select ticket from banshi.incident where id = :i), 'B001', 'norm_2_5: with the number in hand there');
select pg_temp.as('liz');
select ticket from api.incident_report(gen_random_uuid(), '争吵') \g /dev/null
select pg_temp.as('');
select is((select string_agg(s.login, ' ' order by m.id) from banshi.message as m join banshi.staff as s on s.id = m.staff where m.text like '%争吵'), 'sam', 'who reports it is not told it');
select is((select ticket from banshi.incident order by id desc limit 1), '', 'the number of another counter is not told');
select pg_temp.as('leo');
select is((select string_agg(text, ' ' order by id) from api.incident), '辱骂 争吵', 'the lead sees both');
select is(pg_temp.try('incident_follow(gen_random_uuid(), 0, ''已劝解'', true)', 'text'), 'BS003 incident · 0', 'one that is there');
select pg_temp.as('dan');
select is((select count(*) from api.incident), 0::bigint, 'a clerk sees none of others');
select is((select count(*) from banshi.event_note where concept not in ('ticket', 'case', 'item')), 0::bigint, 'nor what was said about them');
select pg_temp.as('bob');
select is((select string_agg(text, ' ') from api.incident), '辱骂', 'but the own');

-- signing on: what was paused from the floor stays so for who may not resume it
select pg_temp.as('bob');
select number from api.ticket_return(gen_random_uuid(), '') \g /dev/null
select pg_temp.as('sue');
select state from api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '检修') \g /dev/null
select pg_temp.as('bob');
select is(pg_temp.try('counter_resume(gen_random_uuid())'), 'BS002 counter · paused · 苏 · 检修', 'a clerk does not lift a supervisor''s pause');
select pg_temp.as('sue');
select state from api.floor_close(gen_random_uuid(), pg_temp.counter('2'), '检修') \g /dev/null
select pg_temp.as('bob');
select is(pg_temp.sign_on('2'), '2 户政窗口 open', 'a counter that was closed from the floor by who may resume it opens');
select state from api.counter_pause(gen_random_uuid(), '喝水') \g /dev/null
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select is(pg_temp.sign_on('2'), '2 户政窗口 open', 'so does one that its own clerk paused');
select throws_ok($$ select pg_temp.sign_on('4') $$, 'BS006', '4 · 丽', 'not a colleague''s');
select pg_temp.as('liz');
select state from api.counter_pause(gen_random_uuid(), '喝水') \g /dev/null
select pg_temp.as('bob');
select throws_ok($$ select pg_temp.sign_on('4') $$, 'BS006', '4 · 丽', 'nor while they pause');
-- a day begins at midnight of the centre
select pg_temp.as('');
update banshi.shift set started_at = '2026-11-24 00:00+08' where ended_at is null;
select pg_temp.as('bob');
select throws_ok($$ select pg_temp.sign_on('4') $$, 'BS006', '4 · 丽', 'who signed on at midnight is there today');
select pg_temp.as('');
update banshi.shift set started_at = '2026-11-23 23:59:59+08' where ended_at is null;
select pg_temp.as('bob');
select is(pg_temp.sign_on('4'), '4 四 open', 'who signed on a second earlier, and never off, has left');
select is((select state from api.counter where label = '2'), 'closed', 'the own counter is closed');

-- extended hours: who asks, who answers, who says that it is done
select pg_temp.as('');
update banshi.counter set comprehensive = true where number = '1';
select d.id as police from banshi.department as d where d.name = '公安分局' and d.centre = (select min(id) from banshi.centre) \gset
select d.id as hall from banshi.department as d where d.name = '综合部' and d.centre = (select min(id) from banshi.centre) \gset
select is((select string_agg(who || ' ' || pg_temp.try('extension_ask(gen_random_uuid(), ' || pg_temp.counter('4') || ', null, null, ''留守'')'), ', ' order by n)
           from unnest(array['ann', 'cat', 'dan', 'leo', 'sue', 'adm']) with ordinality as u (who, n), pg_temp.as(who)),
          'ann asked, cat BS002 only a comprehensive counter or a lead asks, dan BS002 only a comprehensive counter or a lead asks, leo asked, sue asked, adm asked', 'norm 7.2: who asks');
select pg_temp.as('ann');
select pg_temp.try('extension_ask(gen_random_uuid(), ' || pg_temp.counter('4') || ', ' || :police || ', null, ''留守'')') as both \gset
select is((:'both')::text, 'BS001 counter · department', 'one is asked, not two');
select id as one from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, null, '留守') \gset
select id as all from api.extension_ask(gen_random_uuid(), null, :police, null, '留守') \gset
select is((select string_agg(who || ' ' || pg_temp.try('extension_answer(gen_random_uuid(), ' || :one || ', true, '''')') || ' ' || pg_temp.try('extension_answer(gen_random_uuid(), ' || :all || ', true, '''')'), ', ' order by n)
           from unnest(array['bob', 'dan', 'leo', 'sue', 'adm', 'cat', 'ann']) with ordinality as u (who, n), pg_temp.as(who)),
          'bob agreed agreed, dan BS002 asked of somebody else agreed, leo agreed agreed, sue agreed agreed, adm agreed agreed, cat BS002 asked of somebody else BS002 asked of somebody else, '
          'ann BS002 asked of somebody else BS002 asked of somebody else', 'norm 7.2: who is at the counter or of the department answers, its lead, a supervisor');
select pg_temp.as('bob');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :one || ', null, '''')'), 'BS015 declined', 'no answer is a refusal, which needs its reason');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :one || ', false, ''有事'')'), 'declined', 'with one it is');
select is(pg_temp.try('extension_answer(gen_random_uuid(), 0, true, '''')'), 'BS003 request · 0', 'what is there is answered');
select state from api.extension_answer(gen_random_uuid(), :one, true, '') \g /dev/null
select is((select string_agg(who || ' ' || pg_temp.try('extension_done(gen_random_uuid(), ' || :one || ')'), ', ' order by n)
           from unnest(array['ann', 'bob', 'sue', 'adm', 'dan', 'leo', 'cat']) with ordinality as u (who, n), pg_temp.as(who)),
          'ann done, bob done, sue done, adm done, dan BS002 asked of somebody else, leo BS002 asked of somebody else, cat BS002 asked of somebody else', 'who asked, who agreed or a supervisor says that it is done');

-- a visit is taken over unless the person is at a third counter
select pg_temp.as('ann');
select pg_temp.issue('A'), pg_temp.issue('A') \g /dev/null
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select pg_temp.ticket('A001') as hers, pg_temp.ticket('A002') as waiting \gset
select id as mine from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, :hers, '联办') \gset
select id as line from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, :waiting, '联办') \gset
select pg_temp.as('sue');
select id as hall from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, :hers, '联办') \gset
select pg_temp.as('bob');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :mine || ', true, '''')'), 'agreed', 'norm 7.2: a visit at the counter that asked is taken over');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :line || ', true, '''')'), 'agreed', 'so is one that waits');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :hall || ', true, '''')'), 'BS004 A001 · called', 'not one at another counter');
select state from api.extension_answer(gen_random_uuid(), :line, true, '') \g /dev/null
select number from api.ticket_call(gen_random_uuid(), :waiting, '联办') \g /dev/null
select is((select target || ' ' || state from api.ticket where id = :waiting), pg_temp.counter('4') || ' called', 'it is called where it was taken over');
select pg_temp.as('sue');
select id as theirs from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, :waiting, '联办') \gset
select pg_temp.as('bob');
select is(pg_temp.try('extension_answer(gen_random_uuid(), ' || :theirs || ', true, '''')'), 'agreed', 'what one has already may be agreed to');
select is((select state from api.ticket where id = :waiting), 'called', 'and stays where it is');
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select number from api.ticket_done(gen_random_uuid()) \g /dev/null

-- who closes
select pg_temp.as('');
update banshi.staff set department = null where login = 'leo';
select pg_temp.as('leo');
select is(pg_temp.try('extension_begin(gen_random_uuid(), '''')', 'number'), 'BS002 department', 'a lead without a department closes none');
select pg_temp.as('');
update banshi.staff set department = :police where login = 'leo';
select is((select string_agg(who || ' ' || pg_temp.try('extension_begin(gen_random_uuid(), '''')', 'number'), ', ' order by n)
           from unnest(array['ann', 'bob', 'dan', 'liz', 'sue', 'adm']) with ordinality as u (who, n), pg_temp.as(who)),
          'ann BS002 others are still at their counters, bob BS002 others are still at their counters, dan BS002 others are still at their counters, liz B001, sue B001 A001, adm B001 A001', 'norm 7.1: who closes what');
select pg_temp.as('sue');
select number from api.extension_begin(gen_random_uuid(), '') \g /dev/null
select pg_temp.as('leo');
select is(pg_temp.try('extension_begin(gen_random_uuid(), '''')', 'number'), 'BS004 closed · 09:00', 'what the centre has closed a department need not');
select is(pg_temp.try('extension_withdraw(gen_random_uuid(), ''误'')', 'number'), 'BS004 not closed', 'nor may it take that back');
select pg_temp.as('adm');
select is(pg_temp.try('extension_withdraw(gen_random_uuid(), ''误'')', 'number'), '', 'an administrator may');
select pg_temp.as('sue');
select number from api.extension_withdraw(gen_random_uuid(), '误') \g /dev/null
select pg_temp.as('leo');
select number from api.extension_begin(gen_random_uuid(), '') \g /dev/null
select pg_temp.as('kiosk');
select throws_ok($$ select pg_temp.issue('B') $$, 'BS004', '公安 · closed · 09:00', 'a department''s closing is of its queues');
select lives_ok($$ select pg_temp.issue('A') $$, 'alone');
select pg_temp.as('sue');
select is(pg_temp.try('extension_begin(gen_random_uuid(), '''')', 'number') <> '', true, 'the centre can still close');
-- who does not come when called has not been served by who agreed to take over
select number from api.extension_begin(gen_random_uuid(), '') \g /dev/null
select max(id) as visit from api.ticket where state = 'waiting' and number like 'A%' \gset
select id as taken from api.extension_ask(gen_random_uuid(), pg_temp.counter('4'), null, :visit, '联办') \gset
select id as open from api.extension_ask(gen_random_uuid(), pg_temp.counter('1'), null, :visit, '联办') \gset
select pg_temp.as('bob');
select state from api.extension_answer(gen_random_uuid(), :taken, true, '') \g /dev/null
select number from api.ticket_call(gen_random_uuid(), :visit, '联办') \g /dev/null
select number from api.ticket_skip(gen_random_uuid()) \g /dev/null
select is((select state from api.extension_request where id = :taken), 'agreed', 'norm 7.2: who does not come when called has not been served by who agreed to it');
select number from api.ticket_call(gen_random_uuid(), :visit, '到了') \g /dev/null
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select number from api.ticket_done(gen_random_uuid()) \g /dev/null
select is((select state from api.extension_request where id = :taken), 'done', 'norm 7.2: who has come has');
select is((select state from api.extension_request where id = :open), 'asked', 'what nobody has agreed to is not done with the visit');
select * from finish();
rollback;
