-- SPDX-License-Identifier: MIT
-- Tickets, rule by rule, beside people of other queues, counters and days: who may deal with whom, where a number comes to stand, what
-- a visit's time is, and that yesterday's numbers are yesterday's.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(73);
insert into banshi.item (centre, code, name, department, queue)
select q.centre, '13', '纳税证明', d.id, q.id from banshi.queue as q join banshi.department as d on d.centre = q.centre and d.name = '综合部' where q.id = pg_temp.queue('C');
create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
-- "A001 called", or the code that refuses; an act is kept
create function pg_temp.act(procedure text, arguments text default '') returns text language plpgsql as $$
declare
    v text;
begin
    execute format('select number || '' '' || state from api.ticket_%s(gen_random_uuid()%s)', procedure, arguments) into v;
    return v;
exception when others then return sqlstate || ' ' || sqlerrm;
end $$;
create function pg_temp.try(procedure text, arguments text default '') returns text language plpgsql as $$
declare
    v text;
begin
    v := pg_temp.act(procedure, arguments);
    raise exception using errcode = 'BZ001';
exception when sqlstate 'BZ001' then return v;
end $$;
create function pg_temp.n(number text, more text default '') returns text language sql security definer as $$
    select ', ' || (select t.id from banshi.ticket as t where t.number = n.number order by t.day desc, t.centre limit 1) || more $$;
create function pg_temp.line(code text) returns text language sql security definer as $$
    select string_agg(t.number, ' ' order by t.sort_at, t.id) from banshi.ticket as t where t.queue = pg_temp.queue(code) and t.state = 'waiting' and t.target is null and t.day = '2026-11-24' $$;
create function pg_temp.of(number text, field text) returns text language sql security definer as $$
    select to_jsonb(t) ->> field from banshi.ticket as t where t.number = of.number order by t.day desc, t.centre limit 1 $$;
create function pg_temp.policy(policy text, after int) returns void language sql security definer as $$
    update banshi.centre set restore_policy = policy, restore_after = after $$;
create function pg_temp.back(number text, policy text, after int) returns text language plpgsql as $$
declare
    v text;
begin
    perform pg_temp.policy(policy, after);
    perform pg_temp.act('restore', pg_temp.n(number));
    v := pg_temp.line('A');
    raise exception using errcode = 'BZ001';
exception when sqlstate 'BZ001' then return v;
end $$;
create function pg_temp.fact(number text, fact text) returns text language sql as $$
    select string_agg(w.value || coalesce(' | ' || nullif(w.detail, ''), ''), '; ' order by w.line) from api.ticket_why(pg_temp.of(number, 'id')::bigint) as w where w.fact = fact.fact $$;

-- yesterday's numbers are yesterday's: nobody who waited then is called today, nothing of then is in hand
select pg_temp.on('2026-11-23 16:00');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('ann');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A');
select pg_temp.act('call_next') || pg_temp.act('skip') || pg_temp.act('call_next') || pg_temp.act('serve') || pg_temp.act('hold', ', null') || pg_temp.act('call_next');
select pg_temp.as('cat');
select pg_temp.act('call_next') || pg_temp.act('transfer', ', null, ' || pg_temp.counter('1') || ', true, null');
select pg_temp.ticket('A001') as skipped, pg_temp.ticket('A002') as held, pg_temp.ticket('A003') as called, pg_temp.ticket('A004') as sent \gset
select pg_temp.on('2026-11-24 00:00');
select pg_temp.as('ann');
select is(pg_temp.try('call_next'), 'BS007 ', 'at midnight nobody waits any more, in the line or for one counter');
select is(pg_temp.try(act, arguments), code, 'yesterday''s number: ' || act)
from (values ('restore', ', ' || :skipped, 'BS003 ticket · ' || :skipped), ('resume', ', ' || :held, 'BS003 ticket · ' || :held), ('leave', ', ' || :sent, 'BS003 ticket · ' || :sent),
             ('call', ', ' || :skipped || ', ''急''', 'BS003 ticket · ' || :skipped), ('done', '', 'BS004 no number in hand'), ('recall', '', 'BS004 no number in hand')) as t (act, arguments, code);
select is((select count(*) from api.ticket where day = '2026-11-24'), 0::bigint, 'there are none today');
select throws_ok($$ select * from api.ticket_show(null, 'A001') $$, 'BS003', null, 'a number is looked up among today''s');
select throws_ok(format('select * from api.ticket_why(%s)', :skipped), 'BS003', null, 'and explained');
select is((select ticket || waiting from api.counter where label = '1'), '0', 'the list of counters shows none either');
select is(pg_temp.issue('A'), 'A001', 'the day begins with the first number');
select is(pg_temp.try('call_next'), 'A001 called', 'who is called though yesterday''s is still in hand');
select is((select counter_state from api.session_sign_off(gen_random_uuid())), '', 'and keeps nobody from signing off');

-- who deals with whom
select pg_temp.on('2026-11-24 09:00');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.issue('B'), pg_temp.issue('C'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A');
select pg_temp.as('ann');
select is(pg_temp.act('call_next'), 'A001 called', 'the first');
select is(pg_temp.act('transfer', ', null, ' || pg_temp.counter('2') || ', true, null'), 'A001 waiting', 'is sent to a counter');
select is(pg_temp.try(act, pg_temp.n(number, more)), code, who || ' ' || act || ' ' || number)
from (values ('ann', 'leave', 'A002', '', 'A002 left'), ('ann', 'leave', 'C001', '', 'BS002 C001 · 税务'), ('ann', 'leave', 'B001', '', 'BS002 B001 · 公安'), ('ann', 'leave', 'A001', '', 'BS002 A001 · 2'),
             ('ann', 'void', 'A002', ', ''重复''', 'BS002 A002 · waiting')) as t (who, act, number, more, code);
select pg_temp.as('bob');
select is(pg_temp.try(act, pg_temp.n(number, more)), code, 'who helps out: ' || act || ' ' || number)
from (values ('leave', 'A002', '', 'A002 left'), ('leave', 'A001', '', 'A001 left'), ('call', 'A001', ', ''急''', 'A001 called'), ('leave', 'C001', '', 'BS002 C001 · 税务')) as t (act, number, more, code);
select is((select string_agg(pg_temp.try(act, pg_temp.n(number, more)), ', ')
           from (values ('leave', 'C001', ''), ('leave', 'A001', ''), ('void', 'C001', ', ''重复''')) as t (act, number, more), pg_temp.as(who)), 'C001 left, A001 left, C001 void', who || ' deals with all')
from unnest(array['leo', 'sue', 'adm']) as who;
select pg_temp.as('ann');
select is(pg_temp.try('void', pg_temp.n('A002', ', '' ''')), 'BS015 void', 'voiding needs a reason');
select is(pg_temp.try('call', pg_temp.n('A003', ', '' ''')), 'BS015 call', 'so does choosing');
select is(pg_temp.try('transfer', ', ' || pg_temp.queue('B') || ', null, null, null'), 'BS001 queue · counter', 'a transfer says whether the place is kept');

-- several lines: those sent here alone, the own queues, each with its lag
select pg_temp.as('bob');
select is(pg_temp.act('call_next'), 'A001 called', 'who was sent here comes in their place, before the lines');
select is(pg_temp.act('return', ', null') || pg_temp.of('A001', 'target'), 'A001 waiting' || pg_temp.counter('2'), 'returned, still here');
select pg_temp.act('call_next') || pg_temp.act('serve') || pg_temp.act('done');
select is(pg_temp.act('call_next'), 'B001 called', 'then the own line');
select pg_temp.act('serve') || pg_temp.act('done');
select is(pg_temp.try('call_next'), 'A002 called', 'then who waits elsewhere, after the lag or when nobody else is there');
select pg_temp.on('2026-11-24 09:10');
select pg_temp.issue('B');
select is(pg_temp.try('call_next'), 'A002 called', 'who has waited the lag longer goes first');
select pg_temp.on('2026-11-24 09:09');
select pg_temp.as('');
update banshi.ticket set sort_at = '2026-11-24 09:09:59+08' where number = 'B002';
select pg_temp.as('bob');
select is(pg_temp.try('call_next'), 'B002 called', 'who has not does not');

-- the time of a visit: without what it was held, and from the beginning after a transfer
select pg_temp.on('2026-11-24 10:00');
select pg_temp.as('ann');
select pg_temp.act('call_next') || pg_temp.act('serve');
select pg_temp.on('2026-11-24 10:05');
select pg_temp.act('hold', ', ''复印''');
select pg_temp.on('2026-11-24 10:15');
select is(pg_temp.act('resume', pg_temp.n('A002')), 'A002 serving', 'held for ten minutes');
select is(pg_temp.of('A002', 'held_seconds') || pg_temp.of('A002', 'state'), '600serving', 'which are counted');
select pg_temp.act('hold', ', ''复印''');
select pg_temp.on('2026-11-24 10:16');
select pg_temp.act('resume', pg_temp.n('A002'));
select is(pg_temp.of('A002', 'held_seconds'), '660', 'and added up');
select is(pg_temp.act('transfer', ', ' || pg_temp.queue('B') || ', null, true, ''户口'''), 'A002 waiting', 'held, resumed, transferred');
select is(concat_ws(' ', pg_temp.of('A002', 'held_seconds'), pg_temp.of('A002', 'serving_at'), pg_temp.of('A002', 'calls'), pg_temp.of('A002', 'counter'), pg_temp.of('A002', 'staff')), '0 0',
          'the next visit begins with no held time, no call and at no counter');
select is(pg_temp.of('A002', 'waiting_at')::timestamptz, '2026-11-24 10:16+08'::timestamptz, 'it waits there since now');
select is(pg_temp.line('B'), 'A002 B002', 'in its place in time');
select is((select freed_at from banshi.counter where id = pg_temp.counter('1')), '2026-11-24 10:16+08'::timestamptz, 'the counter is free since then');

-- a skipped number comes back
select pg_temp.as('cat');
select pg_temp.issue('A'), pg_temp.issue('A');
select is(pg_temp.line('A'), 'A003 A004 A005 A006 A007', 'five wait');
select pg_temp.as('ann');
select pg_temp.act('call_next') || pg_temp.act('skip');
select pg_temp.as('cat');
select pg_temp.act('call', pg_temp.n('A004', ', ''急'''));
select pg_temp.act('transfer', ', null, ' || pg_temp.counter('1') || ', true, null');
select pg_temp.as('ann');
select pg_temp.on('2026-11-24 10:17');
select is(pg_temp.back('A003', 'keep', 3), 'A003 A005 A006 A007', 'a skipped number keeps its place');
select is(pg_temp.back('A003', 'defer', 1), 'A005 A003 A006 A007', 'or waits behind one of its line');
select is(pg_temp.back('A003', 'defer', 2), 'A005 A006 A003 A007', 'or two, of those who wait in it');
select is(pg_temp.back('A003', 'defer', 0), 'A003 A005 A006 A007', 'or none');
select is(pg_temp.back('A003', 'defer', 9), 'A005 A006 A007 A003', 'or all');
select is(pg_temp.back('A003', 'end', 1), 'A005 A006 A007 A003', 'or at the end');
select pg_temp.as('');
update banshi.ticket set sort_at = '2026-11-24 10:30+08' where number = 'A003';
select pg_temp.as('ann');
select is(pg_temp.back('A003', 'defer', 1), 'A005 A006 A007 A003', 'never earlier than it was');
select is(pg_temp.back('A003', 'end', 1), 'A005 A006 A007 A003', 'nor at the end');
select pg_temp.as('bob');
select is(pg_temp.act('call', pg_temp.n('A003', ', ''到了''')) || ' ' || pg_temp.of('A003', 'calls'), 'A003 called 1', 'a skipped number that is chosen has its calls counted from one');
select pg_temp.act('return', ', null');
select pg_temp.as('ann');
select is(pg_temp.act('call_next'), 'A004 called', 'who was sent here before');
select pg_temp.as('adm');
select api.centre_set(gen_random_uuid(), '{"recall_limit": 2}') \g /dev/null
select pg_temp.as('ann');
select is(pg_temp.act('recall'), 'A004 called', 'as often as the centre says');
select is(pg_temp.act('recall'), 'BS008 A004 · 2', 'not more often');

-- why: of the ticket's own line and day alone
select pg_temp.as('cat');
select is(pg_temp.fact('A006', 'ahead') || ' ' || pg_temp.fact('A006', 'before'), '1 A005 | 09:00:00', 'who is before, of the line alone');
select is(pg_temp.fact('A003', 'order'), '10:30:00 | moved', 'what was moved says so');
select pg_temp.issue('A', 'elderly');
select is(pg_temp.fact('A008', 'ahead'), '1', 'somebody with a head start has those before who have waited longer than that');
select pg_temp.as('bob');
select is(pg_temp.fact('C001', 'lag'), null, 'a queue that the counter does not serve has no lag there');
select is(pg_temp.fact('B002', 'before'), 'A002 | 09:00:00', 'who was passed on is before in the other line');
select is(pg_temp.fact('B002', 'called before'), null, 'nobody who came later was called earlier');

-- a call that is repeated when its visit is over calls nobody else
select pg_temp.as('ann');
select pg_temp.act('serve') || pg_temp.act('done');
select set_config('test.opid', gen_random_uuid()::text, false) \g /dev/null
select pg_temp.on('2026-11-24 10:18:10');
select number as first from api.ticket_call_next(current_setting('test.opid')::uuid) \gset
select pg_temp.on('2026-11-24 10:18:40');
select pg_temp.act('serve');
select is(pg_temp.of(:'first', 'called_at')::timestamptz || ' ' || pg_temp.of(:'first', 'serving_at')::timestamptz, timestamptz '2026-11-24 10:18:10+08' || ' ' || timestamptz '2026-11-24 10:18:40+08', 'a visit begins when the person is there, not at the call');
select pg_temp.act('done');
select is((select number || ' ' || state from api.ticket_call_next(current_setting('test.opid')::uuid)), :'first' || ' done', 'a call that is repeated when its visit is over calls nobody else');
select is((select ticket from api.counter where label = '1'), '', 'nobody is in hand');

-- of those who were sent to a counter, only who still waits is called
select pg_temp.as('ann');
select split_part(pg_temp.act('call_next'), ' ', 1) as sent \gset
select pg_temp.act('transfer', ', null, ' || pg_temp.counter('2') || ', true, null');
select pg_temp.as('');
update banshi.ticket set sort_at = '2026-11-24 08:00+08' where number = :'sent' and day = '2026-11-24';
select pg_temp.as('bob');
select is(pg_temp.try('call_next'), :'sent' || ' called', 'of those who were sent to a counter, who is done is not called again');

-- people ahead, and the pace of a queue
select pg_temp.as('');
update banshi.ticket set sort_at = '2026-11-24 10:16+08' where number in ('A006', 'A007') and day = '2026-11-24';
select pg_temp.as('cat');
select is((select max(ahead) filter (where number = 'A007') - max(ahead) filter (where number = 'A006') from api.ticket where day = '2026-11-24'), 1::bigint, 'of two with the same place in time the earlier number is ahead');
select pg_temp.as('');
create function pg_temp.visits(n int, minutes int, held int, day date default '2026-11-24', code text default 'C', state text default 'done') returns void language plpgsql security definer as $$
declare
    v banshi.ticket;
begin
    for v in
        insert into banshi.ticket (centre, day, number, queue, state, counter, staff, issued_at, sort_at, called_at, serving_at, ended_at, held_seconds)
        select q.centre, visits.day, 'Z' || gen_random_uuid(), q.id, visits.state, pg_temp.counter('1'), 1, s.at, s.at, s.at, s.at, case when visits.state = 'done' then s.at + make_interval(mins => minutes) end, held * 60
        from banshi.queue as q, generate_series(1, n) as i, lateral (select '2026-11-24 08:00+08'::timestamptz + make_interval(secs => i + minutes * 60) as at) as s where q.id = pg_temp.queue(visits.code)
        returning *
    loop
        if v.state = 'done' then
            perform rule.queue_visited(v);
        end if;
    end loop;
end $$;
insert into banshi.queue_counter (centre, queue, counter) select centre, pg_temp.queue('C'), id from banshi.counter where id = pg_temp.counter('1');
create function pg_temp.pace() returns double precision language sql as $$ select pace from api.queue where code = 'C' $$;
select pg_temp.visits(4, 2, 0);
select pg_temp.as('sue');
select is(pg_temp.pace(), 600::float, 'four visits are too few to go by');
select pg_temp.as('');
select pg_temp.visits(20, 60, 0, '2026-11-23'), pg_temp.visits(20, 60, 0, code => 'A'), pg_temp.visits(5, 60, 0, state => 'skipped');
select pg_temp.as('sue');
select is(pg_temp.pace(), 600::float, 'those of yesterday, of other queues and who did not come do not count');
select pg_temp.as('');
select pg_temp.visits(1, 2, 0);
select pg_temp.as('sue');
select is(pg_temp.pace(), 120::float, 'five are enough');
select pg_temp.as('');
select pg_temp.visits(20, 6, 1);
select pg_temp.as('sue');
select is(pg_temp.pace(), 300::float, 'the last twenty count, without the time people were held');
select * from finish();
rollback;
