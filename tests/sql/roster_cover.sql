-- SPDX-License-Identifier: MIT
-- Norms 5.1, 7.3: on duty, a counter takes the lines of closed and paused ones; estimates count those on duty; absences make
-- vacancies; two sessions at once break no rule.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(37);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = '综合部' and s.login in ('ann', 'cat');
update banshi.staff as s set department = d.id from banshi.department as d where d.centre = s.centre and d.name = '公安分局' and s.login = 'bob';
create function pg_temp.id(login text) returns bigint
    language sql security definer as $$ select s.id from banshi.staff as s where s.login = id.login $$;
create function pg_temp.duty(number text, login text, day text default '2026-11-24') returns jsonb
    language sql security definer as $$
    select jsonb_build_object('day', day, 'counter', pg_temp.counter(number), 'cause', '', 'why', '{}'::jsonb, 'staff', pg_temp.id(login)) $$;
create function pg_temp.next() returns text
    language sql as $$ select number || ' at ' || counter_label from api.ticket_call_next(gen_random_uuid()) $$;
create function pg_temp.done() returns void
    language sql as $$ select from api.ticket_serve(gen_random_uuid()); select from api.ticket_done(gen_random_uuid()) $$;
create function pg_temp.waiting() returns text
    language sql as $$ select coalesce(string_agg(number, ' '), '') from (
        select t.number from rule.my_lines() as l
        join api.ticket as t on t.queue = l.queue and t.state = 'waiting' and t.day = '2026-11-24' order by t.sort_at + l.lag, t.id) as t $$;
create function pg_temp.queue_now(code text) returns text
    language sql as $$ select concat_ws(' ', q.counters, q.open, round(q.pace)) from api.queue as q where q.code = queue_now.code $$;

-- ann has lunch duty at counter 1 (serves A), cat none; counter 3 (A and B) is of the same department
select pg_temp.at('09:00');
select pg_temp.as('sue');
select lives_ok($$ select api.roster_put(gen_random_uuid(), 'lunch', '2026-11-01', jsonb_build_object('from', '2026-11-24', 'draft', 0,
                   'duties', jsonb_build_array(pg_temp.duty('1', 'ann'), pg_temp.duty('2', 'bob'), pg_temp.duty('1', 'cat', '2026-11-25')))) $$, 'a plan');
select lives_ok($$ select api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', null) $$, 'is published');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.as('kiosk');
select pg_temp.issue('B') || pg_temp.issue('A') || pg_temp.issue('B') || pg_temp.issue('B');

select pg_temp.at('11:59');
select pg_temp.as('cat');
select lives_ok($$ select api.counter_pause(gen_random_uuid(), '午餐') $$, 'a counter pauses before lunch');
select pg_temp.as('ann');
select is((select count(*) from rule.my_cover()), 0::bigint, 'before the duty nobody covers anything');
select is(pg_temp.waiting(), 'A001', 'the counter has its own line alone');
select is(pg_temp.queue_now('B'), '2、3 1 600', 'the line of the others is theirs');

select pg_temp.at('12:01');
select is((select string_agg(q.code || ' for ' || d.instead, '') from rule.my_cover() as d join api.queue as q on q.id = d.queue where d.counter = rule.my_counter()),
          'B for 3', 'norm 7.3: on duty the counter takes the line of the paused counter');
select is(pg_temp.waiting(), 'B001 A001 B002 B003', 'with no lag');
select is((select string_agg(number, ' ' order by number) from api.ticket where state = 'waiting' and queue in (select queue from rule.my_lines())),
          'A001 B001 B002 B003', 'which its list shows');
select is(pg_temp.queue_now('B'), '1、2 2 300', 'norm 5.2: at lunch the counters on duty are named and counted');
select is((select string_agg(concat_ws(' ', fact, value, detail), '; ') from api.ticket_why(pg_temp.ticket('B001')) where fact in ('lag', 'covered on duty')),
          'covered on duty 1 3', 'and why says so');
select is((select queues || ' ' || waiting from api.counter where label = '1'), '综合、公安 4', 'as the list of counters does');
select is(pg_temp.next(), 'B001 at 1', 'the covered line is called');
select pg_temp.done();
select is(pg_temp.next(), 'A001 at 1', 'in the order of all its lines');
select pg_temp.done();
select pg_temp.as('bob');
select is(pg_temp.next(), 'B002 at 2', 'the other counter on duty calls as ever');
select pg_temp.done();
select pg_temp.as('cat');
select lives_ok($$ select api.counter_resume(gen_random_uuid()) $$, 'the paused counter is back');
select pg_temp.as('ann');
select throws_ok($$ select pg_temp.next() $$, 'BS007', null, 'then its line is its own again');
select pg_temp.as('cat');
select api.counter_pause(gen_random_uuid(), '午餐');
select pg_temp.as('leo');
select api.skill_set(gen_random_uuid(), 'ann', 'B', false);
select pg_temp.as('ann');
select throws_ok($$ select pg_temp.next() $$, 'BS007', null, 'nobody covers what they are not able to');
select throws_ok($$ select api.ticket_call(gen_random_uuid(), pg_temp.ticket('B003'), '老人') $$, 'BS002', null, 'nor chooses from it');
select pg_temp.as('leo');
select api.skill_set(gen_random_uuid(), 'ann', 'B', null);
select pg_temp.as('ann');
select is((select number from api.ticket_call(gen_random_uuid(), pg_temp.ticket('B003'), '老人')), 'B003', 'who is able may choose from it');
select pg_temp.done();
select pg_temp.as('kiosk');
select pg_temp.issue('B');
select pg_temp.at('13:30');
select pg_temp.as('ann');
select throws_ok($$ select pg_temp.next() $$, 'BS007', null, 'when the duty ends, so does the cover');
select is(pg_temp.queue_now('B'), '2、3 1 600', 'and the estimate is the old one');
-- somebody without a duty covers nothing
select pg_temp.at('12:30');
select pg_temp.as('ann');
select api.session_sign_off(gen_random_uuid());
select pg_temp.as('cat');
select api.session_sign_off(gen_random_uuid());
select pg_temp.sign_on('1');
select throws_ok($$ select pg_temp.next() $$, 'BS007', null, 'nor does somebody who has no duty now');
-- what the slip says
select pg_temp.as('kiosk');
select matches((select content from api.document_preview('slip', null, null, pg_temp.ticket('B004'), '{}')), '午间由值班窗口办理，13:30', 'norm 4.4: at lunch the slip says who serves');
select pg_temp.at('18:00');
select matches((select content from api.document_preview('slip', null, null, pg_temp.ticket('B004'), '{}')), '现不在办理时间，11-25 09:00 开始办理', 'and outside the opening hours when they begin');
select pg_temp.at('10:00');
select is((select content from api.document_preview('slip', null, null, pg_temp.ticket('B004'), '{}') where content ~ '办理时间'), null, 'and nothing else');

-- an absence that is noted makes a vacancy
select pg_temp.as('leo');
select is((select staff_name || published_name || state from api.roster_duty where day = '2026-11-25'), '常常planned', 'somebody has a duty');
select api.absence_add(gen_random_uuid(), 'cat', 'leave', '2026-11-25', null, null, '');
select is((select staff_name || ' ' || published_name || ' ' || state || ' ' || cause || ' ' || changed_by from api.roster_duty where day = '2026-11-25'),
          ' 常 absent absent 李', 'norm 7.3: who will be away leaves a vacancy with its cause, seen before the day');
select is((select changes || ' ' || vacancies from api.roster), '1 1', 'to be published');
select is((select string_agg(concat_ws(' ', before, '→', after), '') from api.roster_change where version = 0), '常 → ', 'as a change');

-- papers
select is((select count(*) from api.roster_paper('2026-11-01', '2026-11-30', false)), 2::bigint, 'a month is a table a week');
select matches((select content from api.roster_paper('2026-11-23', '2026-11-29', false)), E'head\t窗口\t周一 11-23\t周二 11-24', 'with its days');
select matches((select content from api.roster_paper('2026-11-23', '2026-11-29', false)), E'row\t1 综合窗口\t\t安\t常\t\t\t\t\n', 'and who is where');
select matches((select content from api.roster_paper('2026-11-24', null, false)), E'row\t2026-11-24\t周二\t12:00–13:30\t1 综合窗口\t安\t\n', 'a day is a list');
select pg_temp.as('bob');
select matches((select content from api.roster_paper('2026-11-01', '2026-11-30', true)), E'白）\nlandscape\n[^\t]*\t[^\n]*\n[^r]*[^\n]*\n?[^\n]*row\t2026-11-24', 'and so are one''s own');
select pg_temp.as('eve');
select is((select count(*) from rule.my_cover()) + (select count(*) from api.roster_paper('2026-11-01', '2026-11-30', false) where content ~ 'row'),
          0::bigint, 'another centre sees nothing of it');
select is((select count(*) from api.roster_paper('2026-11-01', '2026-11-30', false)) || ' ' || (select count(*) from api.roster_paper('2026-11-01', '2026-11-30', false) where content ~ '午间值班'), '1 0',
          'nor on paper: neither its weeks nor what it calls its duties');
select * from finish();
rollback;
