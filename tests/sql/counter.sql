-- SPDX-License-Identifier: MIT
-- Counters pause and resume; lists say who is where and how many wait.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(24);
create function pg_temp.counters() returns text
    language sql as $$
    select string_agg(concat_ws(' ', label, state, nullif(staff_name, ''), nullif(ticket, ''), nullif(queues, ''), waiting), '; ' order by label)
    from api.counter $$;
create function pg_temp.queue_row(code text) returns text
    language sql as $$
    select concat_ws(' ', counters, open, waiting, longest, estimate) from api.queue as q where q.code = queue_row.code $$;

select pg_temp.at('09:00');
select pg_temp.as('ann');
select throws_ok($$ select api.counter_pause(gen_random_uuid(), '喝水') $$, 'BS006', 'not signed on', 'only a counter of one''s own pauses');
select is(pg_temp.counters(), '1 closed 综合 0; 2 closed 公安、综合 0; 3 closed 综合、公安 0',
          'norm_5_1: the list says what each counter serves, its main queue first');
select is(pg_temp.queue_row('A'), '1、3、2 0 0 0 -1', 'norm_5_2: without an open counter there is no estimate');
select pg_temp.sign_on('1');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('B');
select is(pg_temp.counters(), '1 open 安 综合 3; 2 closed 公安、综合 4; 3 closed 综合、公安 4', 'and how many wait for it');
select pg_temp.at('09:05');
select is(pg_temp.queue_row('A'), '1、3、2 1 3 300 1800', 'norm_5_2: three people at ten minutes each, one counter');
select is(pg_temp.queue_row('C'), ' 0 0 0 -1', 'a queue that nobody serves');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select is(pg_temp.queue_row('A'), '1、3、2 2 3 300 900', 'two counters halve it');
select pg_temp.as('ann');
select api.ticket_call_next(gen_random_uuid());
select is((select ticket || waiting from api.counter where label = '1'), 'A0012', 'the number in hand');

select throws_ok($$ select api.counter_pause(gen_random_uuid(), ' ') $$, 'BS015', 'pause', 'a pause needs a reason');
select throws_ok($$ select api.counter_pause(gen_random_uuid(), e'a\nb') $$, 'BS010', 'reason', 'in one line');
select throws_ok($$ select api.counter_resume(gen_random_uuid()) $$, 'BS004', 'counter · open', 'an open counter is not resumed');
select is((select state || reason from api.counter_pause('00000000-0000-4000-8000-000000000001', '喝水')), 'paused喝水', 'the counter pauses');
select is((select state || reason from api.counter_pause('00000000-0000-4000-8000-000000000001', '喝水')), 'paused喝水', 'once');
select throws_ok($$ select api.counter_resume('00000000-0000-4000-8000-000000000001') $$, 'BS020', null, 'an operation id serves one thing');
select throws_ok($$ select api.counter_pause(gen_random_uuid(), '喝水') $$, 'BS004', 'counter · paused', 'not twice');
select is(pg_temp.queue_row('A'), '1、3、2 1 2 300 1200', 'a paused counter does not count');
select lives_ok($$ select api.ticket_serve(gen_random_uuid()) $$, 'the visit in hand goes on');
select lives_ok($$ select api.ticket_done(gen_random_uuid()) $$, 'to its end');
select throws_ok($$ select api.ticket_call_next(gen_random_uuid()) $$, 'BS006', 'paused · 喝水', 'a paused counter calls nobody');
select throws_ok($$ select api.ticket_call(gen_random_uuid(), pg_temp.ticket('A002'), '急') $$, 'BS006', 'paused · 喝水', 'nobody chosen either');
select is((select state || reason from api.counter_resume(gen_random_uuid())), 'open', 'it resumes');
select is((select number from api.ticket_call_next(gen_random_uuid())), 'A002', 'and calls');

-- the pace is that of the day's last visits
select pg_temp.as('');
update banshi.ticket set state = 'skipped', counter = null, staff = null where number = 'A002';
insert into banshi.ticket (centre, day, number, queue, state, counter, staff, issued_at, sort_at, called_at, serving_at, ended_at, held_seconds)
select q.centre, '2026-11-24', 'Z' || n, q.id, 'done', pg_temp.counter('1'), 1, s, s, s, s, s + interval '5 minutes', 180
from banshi.queue as q, generate_series(1, 5) as n, (values ('2026-11-24 08:00+08'::timestamptz)) as v (s)
where q.id = pg_temp.queue('A');
select rule.queue_visited(t) from banshi.ticket as t where t.number like 'Z%';
select pg_temp.as('ann');
-- one more of no time at all: 120 × 5 / 6 = 100 s over two counters, one person waits
select is(pg_temp.queue_row('A'), '1、3、2 2 1 300 50', 'the estimate learns from the day, without the time people were held');

-- numbers that several departments use
select pg_temp.as('');
insert into banshi.counter (centre, department, number, name)
select d.centre, d.id, '1', '另一窗口' from banshi.department as d where d.name = '公安分局' and d.centre = (select min(id) from banshi.centre);
select pg_temp.as('ann');
select is((select string_agg(label, ' ' order by label) from api.counter), '2 3 公安分局1 综合部1', 'a shared number is told with its department');
select * from finish();
rollback;
