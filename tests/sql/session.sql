-- SPDX-License-Identifier: MIT
-- Signing on opens one counter for one person with the appearance self-check; signing off leaves nothing behind.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(36);
create function pg_temp.on(number text, dress jsonb, opid uuid default gen_random_uuid()) returns text
    language sql as $$ select counter_name || ' ' || counter_state from api.session_sign_on(opid, pg_temp.counter(number), dress) $$;
create function pg_temp.off(opid uuid default gen_random_uuid()) returns text
    language sql as $$ select counter_name || counter_state from api.session_sign_off(opid) $$;
create function pg_temp.shifts() returns text
    language sql security definer as $$
    select string_agg(s.login || k.number || to_char(h.started_at at time zone 'Asia/Shanghai', ' HH24:MI')
                      || coalesce(to_char(h.ended_at at time zone 'Asia/Shanghai', '-HH24:MI'), ''), ', ' order by h.id)
    from banshi.shift as h join banshi.staff as s on s.id = h.staff join banshi.counter as k on k.id = h.counter $$;

select pg_temp.at('08:30');
select pg_temp.as('ann');
select is((select login || ' ' || name || ' ' || role || ' ' || centre_name || coalesce(counter, 0) || time_zone from api.session),
          'ann 安 clerk 官渡区政务服务中心0Asia/Shanghai', 'a session says who it is, and that it is at no counter');
select is((select now from api.session), '2026-11-24 08:30:00+08', 'and what the server''s time is');

-- the self-check
select throws_ok($$ select pg_temp.on('1', '[]') $$, 'BS001', 'dress', 'norm_1_1: signing on needs the self-check');
select throws_ok($$ select pg_temp.on('1', null) $$, 'BS001', 'dress', 'with answers');
select throws_ok($$ select pg_temp.on('1', '{"uniform": true, "grooming": true}') $$, 'BS001', 'dress · badge', 'norm_1_1: badge');
select throws_ok($$ select pg_temp.on('1', '{"badge": true, "grooming": true}') $$, 'BS001', 'dress · uniform', 'norm_1_2: uniform');
select throws_ok($$ select pg_temp.on('1', '{"badge": true, "uniform": true}') $$, 'BS001', 'dress · grooming', 'norm_1_3: grooming');
select throws_ok($$ select pg_temp.on('1', '{"badge": 1, "uniform": true, "grooming": true}') $$, 'BS001', 'dress · badge',
                 'answers are yes or no');
select throws_ok($$ select pg_temp.on('1', '{"badge": true, "uniform": true, "grooming": true, "x": true}') $$, 'BS001',
                 'dress · x', 'nothing else is stored');
select pg_temp.as('bob');
select throws_ok($$ select pg_temp.on('2', '{"badge": true, "uniform": true, "grooming": true}') $$, 'BS001',
                 'dress · party_badge', 'norm_1_1: a party member answers for the party badge');
select is(pg_temp.on('2', '{"badge": true, "uniform": true, "grooming": true, "party_badge": false}'), '2 户政窗口 open',
          'an honest no is stored, not refused');
select pg_temp.as('ann');
select is(pg_temp.on('1', '{"badge": true, "uniform": false, "grooming": true}', '00000000-0000-4000-8000-000000000001'),
          '1 综合窗口 open', 'signing on opens the counter');
select is(pg_temp.on('1', '{"badge": true, "uniform": false, "grooming": true}', '00000000-0000-4000-8000-000000000001'),
          '1 综合窗口 open', 'the same operation again says the same');
select throws_ok($$ select pg_temp.off('00000000-0000-4000-8000-000000000001') $$, 'BS020', null,
                 'its id does not serve for anything else');
select pg_temp.at('08:40');
select is(pg_temp.sign_on('1'), '1 综合窗口 open', 'signing on again to the same counter goes on');
select pg_temp.as('');
select is(pg_temp.shifts(), 'bob2 08:30, ann1 08:30', 'with the same shift');
select is((select dress from banshi.shift where counter = pg_temp.counter('1')), '{"badge": true, "uniform": false, "grooming": true}',
          'norms 1.1 to 1.3: the answers are stored with the shift');

-- one person, one counter
select pg_temp.as('cat');
select throws_ok($$ select pg_temp.sign_on('1') $$, 'BS006', '1 · 安', 'somebody else''s counter is refused, with the name');
select throws_ok($$ select api.session_sign_on(gen_random_uuid(), 0, '{"badge": true, "uniform": true, "grooming": true}') $$,
                 'BS003', 'counter · 0', 'there is no such counter');
select pg_temp.as('eve');
select throws_ok($$ select pg_temp.sign_on('2') $$, 'BS003', null, 'nor is one of another centre');
select pg_temp.as('ann');
select pg_temp.at('10:00');
select is(pg_temp.sign_on('3'), '3 机动窗口 open', 'signing on to another counter moves');
select is((select string_agg(label || state, ' ' order by label) from api.counter), '1closed 2open 3open', 'the old one is closed');

-- nothing is left behind
select is(pg_temp.issue('A'), 'A001', 'somebody comes');
select is((select number from api.ticket_call_next(gen_random_uuid())), 'A001', 'and is called');
select throws_ok($$ select pg_temp.off() $$, 'BS005', 'A001 · called', 'no signing off with a number called');
select throws_ok($$ select pg_temp.sign_on('1') $$, 'BS005', 'A001 · called', 'nor moving');
select is((select state from api.ticket_serve(gen_random_uuid())), 'serving', 'the person comes');
select throws_ok($$ select pg_temp.off() $$, 'BS005', 'A001 · serving', 'no signing off in the middle of a visit');
select is((select state from api.ticket_hold(gen_random_uuid(), '去复印')), 'held', 'the visit is put aside');
select throws_ok($$ select pg_temp.off() $$, 'BS005', 'A001 · held', 'no signing off with somebody held');
select api.ticket_resume(gen_random_uuid(), pg_temp.ticket('A001'));
select api.ticket_done(gen_random_uuid());
select is(pg_temp.off(), '', 'with nothing in hand the counter closes');
select throws_ok($$ select pg_temp.off() $$, 'BS006', 'not signed on', 'once');

-- a forgotten shift
select pg_temp.as('');
update banshi.shift set started_at = '2026-11-23 08:30+08' where ended_at is null;
select pg_temp.as('cat');
select is(pg_temp.sign_on('2'), '2 户政窗口 open', 'a counter that was left open yesterday can be taken');
select pg_temp.as('');
select is(pg_temp.shifts(), 'bob2 08:30-10:00, ann1 08:30-10:00, ann3 10:00-10:00, cat2 10:00', 'every shift has its end');
-- months to come
select pg_temp.as('');
select set_config('banshi.clock', '2027-05-31 09:00+08', false);
select is(to_regclass('banshi.event_202705'), null, 'a month that nobody has worked in has no partition');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('');
select ok(to_regclass('banshi.event_202705') is not null and to_regclass('banshi.event_202706') is not null,
          'the first to sign on makes those of the month and of the next');
select * from finish();
rollback;
