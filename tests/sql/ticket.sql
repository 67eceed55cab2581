-- SPDX-License-Identifier: MIT
-- Every transition of a ticket, what refuses it, and that each happens once.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(116);
create function pg_temp.opid(n int) returns uuid
    language sql as $$ select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
-- call a procedure with a new operation id: what('ticket_skip') gives "A001 skipped"
create function pg_temp.what(procedure text, arguments text default '', opid uuid default gen_random_uuid()) returns text
    language plpgsql as $$
declare
    v text;
begin
    execute format('select number || '' '' || state from api.%I(%L%s)', procedure, opid, arguments) into v;
    return v;
end $$;
create function pg_temp.id(number text) returns text
    language sql as $$ select ', ' || pg_temp.ticket(number) $$;
create function pg_temp.line(code text) returns text
    language sql as $$
    select string_agg(t.number, ' ' order by t.sort_at, t.id)
    from api.ticket as t where t.queue = pg_temp.queue(code) and t.state = 'waiting' and t.target is null $$;
create function pg_temp.events(number text) returns text
    language sql as $$
    select string_agg(e.kind || case when e.detail <> '' or n.text <> '' then '(' || concat_ws(' · ', nullif(e.detail, ''), n.text) || ')' else '' end, ' ' order by e.id)
    from banshi.event as e
    left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
    where e.concept = 'ticket' and e.subject = pg_temp.ticket(number) $$;

select pg_temp.at('09:00');

-- issue
select pg_temp.as('kiosk');
select is((select number || ' ' || queue_name || ' ' || ahead || ' ' || counters || ' ' || estimate
           from api.ticket_issue(pg_temp.opid(1), pg_temp.queue('A'), null, null, null, null, null)), 'A001 综合 0 1、3、2 -1',
          'norm_5_2: a kiosk issues a number with people ahead, counters and the estimate');
select is((select number || ' ' || purpose || ' ' || item_name || ' ' || phone
           from api.ticket_issue(pg_temp.opid(2), null, pg_temp.item('居民身份证'), 'enquiry', null, null, '13800138000')),
          'B001 enquiry 居民身份证 138****8000', 'an item finds its queue; an enquiry is a visit; the telephone is masked');
select is((select phone from api.ticket_issue(gen_random_uuid(), pg_temp.queue('C'), null, 'pickup', null, null, '0871-67180000')),
          '087******0000', 'a landline is a telephone');
select is((select number from api.ticket_issue(pg_temp.opid(1), pg_temp.queue('A'), null, null, null, null, null)), 'A001',
          'the same operation again gives the same number');
select throws_ok($$ select pg_temp.issue('A'), api.ticket_issue(pg_temp.opid(1), null, 0, null, null, null, null) from api.ticket_call_next(pg_temp.opid(1)) $$,
                 '42501', null, 'a kiosk calls nobody');
select throws_ok($$ select api.ticket_issue(null, pg_temp.queue('A'), null, null, null, null, null) $$, 'BS001', 'opid',
                 'a write needs an operation id');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), null, null, null, null, null, null) $$, 'BS003', 'queue',
                 'neither item nor queue');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), 0, null, null, null, null, null) $$, 'BS003', 'queue · 0', 'no such queue');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), null, 0, null, null, null, null) $$, 'BS003', 'item · 0', 'no such item');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), null, pg_temp.item('旧事项'), null, null, null, null) $$, 'BS004',
                 '旧事项 · not in force', 'an item that is no longer in force');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, 'chat', null, null, null) $$, 'BS001',
                 'purpose · chat', 'no such purpose');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, 'friend', '熟人', null) $$, 'BS001',
                 'priority · friend', 'norm_2_2: there is no class for acquaintances');
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, 'elderly', ' ', null) $$, 'BS015',
                 '老年人 · proof · 身份证', 'norm_2_6: a priority needs its proof');
select throws_ok(format($$ select api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, null, null, %L) $$, phone),
                 'BS013', 'phone', 'no telephone: ' || phone)
from unnest(array['12800138000', '1380013800', '67180000', 'x', '138001380001', '0871-0180000']) as phone;
select throws_ok($$ select api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, null, U&'\202E', null) $$, 'BS010',
                 'proof', 'bidirectional overrides are not stored');
select is(pg_temp.issue('A'), 'A002', 'a refusal takes no number');
select pg_temp.as('board');
select throws_ok($$ select pg_temp.issue('A') $$, '42501', null, 'a board issues no numbers');
select pg_temp.as('ann');
select throws_ok($$ select api.ticket_issue(pg_temp.opid(1), pg_temp.queue('A'), null, null, null, null, null) $$, 'BS020', null,
                 'an operation id of somebody else');
select is(pg_temp.issue('A'), 'A003', 'a clerk issues too');
select is((select string_agg(proof || reason, '') from api.ticket where number = 'A003'), '', 'nothing is told that is not known');

-- call
select throws_ok($$ select pg_temp.what('ticket_call_next') $$, 'BS006', 'not signed on', 'who is at no counter calls nobody');
select pg_temp.sign_on('1');
select throws_ok(format('select pg_temp.what(%L)', procedure), 'BS004', 'no number in hand', procedure || ' needs a number in hand')
from unnest(array['ticket_recall', 'ticket_serve', 'ticket_skip', 'ticket_done']) as procedure;
select throws_ok(format('select pg_temp.what(%L, %L)', procedure, arguments), 'BS004', 'no number in hand', procedure || ' needs a number in hand')
from (values ('ticket_hold', ', null'), ('ticket_return', ', null'),
             ('ticket_transfer', ', ' || pg_temp.queue('B') || ', null, true, null')) as v (procedure, arguments);
select is(pg_temp.what('ticket_call_next', '', pg_temp.opid(10)), 'A001 called', 'the next person is called');
select is(pg_temp.what('ticket_call_next', '', pg_temp.opid(10)), 'A001 called', 'once, however often the answer was lost');
select throws_ok($$ select pg_temp.what('ticket_recall', '', pg_temp.opid(10)) $$, 'BS020', null, 'an operation id serves one thing');
select throws_ok($$ select pg_temp.what('ticket_call_next') $$, 'BS005', 'A001', 'one number in hand');
select throws_ok($$ select pg_temp.what('ticket_call', pg_temp.id('A002') || ', ''急''') $$, 'BS005', 'A001', 'a chosen one neither');
select throws_ok($$ select pg_temp.what('ticket_done') $$, 'BS004', 'A001 · called', 'who has not come is not done');
select throws_ok($$ select pg_temp.what('ticket_hold', ', null') $$, 'BS004', 'A001 · called', 'nor held');
select is((select calls || state from api.ticket_recall(pg_temp.opid(11))), '2called', 'a second call');
select is((select calls from api.ticket_recall(pg_temp.opid(11))), 2, 'counted once');
select is((select calls from api.ticket_recall(gen_random_uuid())), 3, 'a third');
select throws_ok($$ select pg_temp.what('ticket_recall') $$, 'BS008', 'A001 · 3', 'the centre allows three');
select is(pg_temp.what('ticket_serve', '', pg_temp.opid(12)), 'A001 serving', 'the person is there');
select is(pg_temp.what('ticket_serve', '', pg_temp.opid(12)), 'A001 serving', 'once');
select throws_ok($$ select pg_temp.what('ticket_serve') $$, 'BS004', 'A001 · serving', 'not twice');
select throws_ok($$ select pg_temp.what('ticket_recall') $$, 'BS004', 'A001 · serving', 'who is there is not called');
select throws_ok($$ select pg_temp.what('ticket_skip') $$, 'BS004', 'A001 · serving', 'nor skipped');
select is(pg_temp.what('ticket_done', '', pg_temp.opid(13)), 'A001 done', 'the visit is done');
select is(pg_temp.what('ticket_done', '', pg_temp.opid(13)), 'A001 done', 'once');
select is(pg_temp.events('A001'), 'issued called recalled recalled serving done', 'what happened is kept, without repetitions');

-- hold and resume
select is(pg_temp.what('ticket_call_next') || ' ' || pg_temp.what('ticket_serve'), 'A002 called A002 serving', 'the next visit');
select is((select state || reason from api.ticket_hold(pg_temp.opid(20), ' 去复印 ')), 'held去复印', 'is put aside');
select is(pg_temp.what('ticket_hold', ', null', pg_temp.opid(20)), 'A002 held', 'once');
select is(pg_temp.what('ticket_call_next') || ' ' || pg_temp.what('ticket_serve'), 'A003 called A003 serving', 'the next one comes');
select throws_ok($$ select pg_temp.what('ticket_resume', pg_temp.id('A002')) $$, 'BS005', 'A003', 'one at a time');
select is(pg_temp.what('ticket_hold', ', null'), 'A003 held', 'several can be held');
select is(pg_temp.what('ticket_resume', pg_temp.id('A002'), pg_temp.opid(21)), 'A002 serving', 'and taken up without queueing');
select is(pg_temp.what('ticket_resume', pg_temp.id('A002'), pg_temp.opid(21)), 'A002 serving', 'once');
select throws_ok($$ select pg_temp.what('ticket_resume', pg_temp.id('B001')) $$, 'BS005', 'A002', 'not while another is in hand');
select is(pg_temp.what('ticket_done'), 'A002 done', 'done');
select throws_ok($$ select pg_temp.what('ticket_resume', pg_temp.id('B001')) $$, 'BS004', 'B001 · waiting', 'only held ones');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select throws_ok($$ select pg_temp.what('ticket_resume', pg_temp.id('A003')) $$, 'BS002', 'A003 · 1', 'only at the counter that holds it');

-- skip, restore, void
select pg_temp.as('ann');
select is(pg_temp.what('ticket_resume', pg_temp.id('A003')) || ' ' || pg_temp.what('ticket_return', ', ''叫错'''), 'A003 serving A003 waiting',
          'a call is undone');
select is(pg_temp.what('ticket_call_next') || ' ' || pg_temp.what('ticket_skip', '', pg_temp.opid(30)), 'A003 called A003 skipped',
          'who is not there is skipped');
select is(pg_temp.what('ticket_skip', '', pg_temp.opid(30)), 'A003 skipped', 'once');
select throws_ok($$ select pg_temp.what('ticket_call_next') $$, 'BS007', '', 'nobody waits in my queues');
select throws_ok($$ select pg_temp.what('ticket_leave', pg_temp.id('A003')) $$, 'BS004', 'A003 · skipped', 'only who waits leaves');
select is(pg_temp.what('ticket_restore', pg_temp.id('A003'), pg_temp.opid(31)), 'A003 waiting', 'a skipped number is brought back');
select is(pg_temp.what('ticket_restore', pg_temp.id('A003'), pg_temp.opid(31)), 'A003 waiting', 'once');
select throws_ok($$ select pg_temp.what('ticket_restore', pg_temp.id('A003')) $$, 'BS004', 'A003 · waiting', 'not twice');
select throws_ok($$ select pg_temp.what('ticket_restore', ', 0') $$, 'BS003', 'ticket · 0', 'no such ticket');
select throws_ok($$ select pg_temp.what('ticket_void', pg_temp.id('A003') || ', ''重复取号''') $$, 'BS002', 'A003 · waiting',
                 'a clerk voids nobody who waits');
select throws_ok($$ select pg_temp.what('ticket_leave', pg_temp.id('B001')) $$, 'BS002', 'B001 · 公安', 'and leaves other queues alone');
select pg_temp.as('leo');
select throws_ok($$ select pg_temp.what('ticket_void', pg_temp.id('A003') || ', '' ''') $$, 'BS015', 'void', 'voiding needs a reason');
select is(pg_temp.what('ticket_void', pg_temp.id('A003') || ', ''重复取号''', pg_temp.opid(32)), 'A003 void', 'a lead voids who waits');
select is(pg_temp.what('ticket_void', pg_temp.id('A003') || ', ''重复取号''', pg_temp.opid(32)), 'A003 void', 'once');
select throws_ok($$ select pg_temp.what('ticket_void', pg_temp.id('A003') || ', ''x''') $$, 'BS004', 'A003 · void', 'not twice');
select pg_temp.as('ann');
select pg_temp.issue('A');
select is(pg_temp.what('ticket_call_next') || ' ' || pg_temp.what('ticket_skip') || ' ' || pg_temp.what('ticket_void', pg_temp.id('A004') || ', ''未到'''),
          'A004 called A004 skipped A004 void', 'a clerk voids a skipped number of a queue of the counter');

-- leave
select pg_temp.issue('A');
select is(pg_temp.what('ticket_leave', pg_temp.id('A005'), pg_temp.opid(40)), 'A005 left', 'a person goes home');
select is(pg_temp.what('ticket_leave', pg_temp.id('A005'), pg_temp.opid(40)), 'A005 left', 'once');
select throws_ok($$ select pg_temp.what('ticket_call', pg_temp.id('A005') || ', ''x''') $$, 'BS004', 'A005 · left', 'and is not called');

-- chosen call
select pg_temp.issue('A'), pg_temp.issue('A');
select throws_ok($$ select pg_temp.what('ticket_call', pg_temp.id('A007') || ', null') $$, 'BS015', 'call', 'a chosen call needs a reason');
select throws_ok($$ select pg_temp.what('ticket_call', pg_temp.id('B001') || ', ''急''') $$, 'BS002', 'B001 · 公安', 'not of another queue');
select is((select number || state || reason from api.ticket_call(pg_temp.opid(50), pg_temp.ticket('A007'), '行动不便')), 'A007called行动不便',
          'a chosen number is called');
select is(pg_temp.what('ticket_call', pg_temp.id('A007') || ', ''行动不便''', pg_temp.opid(50)), 'A007 called', 'once');
select pg_temp.what('ticket_skip');
select is((select number || state || calls from api.ticket_call(gen_random_uuid(), pg_temp.ticket('A007'), '本人已到')), 'A007called1',
          'a skipped one too, its calls counted from one');
select is(pg_temp.events('A007'), 'issued chosen(行动不便) skipped chosen(本人已到)', 'norm_2_2: the reason is kept');

-- transfer
select throws_ok($$ select pg_temp.what('ticket_transfer', ', null, null, true, null') $$, 'BS001', null, 'a transfer goes somewhere');
select throws_ok($$ select pg_temp.what('ticket_transfer', format(', %s, %s, true, null', pg_temp.queue('B'), pg_temp.counter('3'))) $$,
                 'BS001', null, 'to one place');
select throws_ok($$ select pg_temp.what('ticket_transfer', ', 0, null, true, null') $$, 'BS003', 'queue · 0', 'no such queue');
select throws_ok($$ select pg_temp.what('ticket_transfer', ', null, 0, true, null') $$, 'BS003', 'counter · 0', 'no such counter');
select throws_ok($$ select pg_temp.what('ticket_transfer', format(', null, %s, true, null', pg_temp.counter('2'))) $$, 'BS006', '2 · closed',
                 'not to a closed counter');
select throws_ok($$ select pg_temp.what('ticket_transfer', format(', null, %s, true, null', pg_temp.counter('1'))) $$, 'BS006', '1 · your own counter',
                 'not to oneself');
select is((select number || state || queue_name || ahead from api.ticket_transfer(pg_temp.opid(60), pg_temp.queue('B'), null, false, '户籍问题')),
          'A007waiting公安1', 'a visit is passed to another queue, to its end');
select is(pg_temp.what('ticket_transfer', format(', %s, null, false, null', pg_temp.queue('B')), pg_temp.opid(60)), 'A007 waiting', 'once');
select is(pg_temp.what('ticket_call_next') || ' ' || pg_temp.what('ticket_transfer', format(', null, %s, true, null', pg_temp.counter('3'))),
          'A006 called A006 waiting', 'or to one counter');
select throws_ok($$ select pg_temp.what('ticket_call', pg_temp.id('A006') || ', ''急''') $$, 'BS002', 'A006 · 3', 'that alone may call it');
select throws_ok($$ select pg_temp.what('ticket_call_next') $$, 'BS007', '', 'and nobody else does');
select pg_temp.as('leo');
select is(pg_temp.what('ticket_leave', pg_temp.id('B001')), 'B001 left', 'a lead deals with every queue');
select pg_temp.as('cat');
select is(pg_temp.what('ticket_call_next'), 'A006 called', 'it does');
select pg_temp.what('ticket_return', ', null');
select is((select counter_label || counters || ahead from api.ticket where number = 'A006'), '330', 'returned, it waits for that counter still');
select is((select counter_name from api.session_sign_off(gen_random_uuid())), '', 'until it closes');
select is(pg_temp.line('A') || ' ' || pg_temp.events('A006'), 'A006 issued called transferred(3 · keep) called returned released(counter closed)',
          'then for its queue again');

-- numbers
select is((select number from api.ticket_show(null, n)), 'A006', 'found as ' || n) from unnest(array['a6', 'A006', ' A 0006 ']) as n;
select throws_ok($$ select * from api.ticket_show(null, 'A999') $$, 'BS003', 'ticket · A999', 'a number that was not issued');
select throws_ok($$ select * from api.ticket_show(null, 'x y') $$, 'BS003', null, 'and none at all');
select pg_temp.as('');
update banshi.ticket_number set last = 998;
select pg_temp.as('ann');
select is(pg_temp.issue('A') || ' ' || pg_temp.issue('A'), 'A999 A1000', 'numbers go on after 999');
select is((select number from api.ticket_show(null, 'a1000')), 'A1000', 'and are found');
select is((select count(*) from api.ticket), 11::bigint, 'nothing was lost');
select pg_temp.as('kiosk');
select is(pg_temp.issue('A'), 'A1001', 'the last of the day');
select pg_temp.at('23:59:59');
select set_config('banshi.clock', '2026-11-25 00:00:01+08', false);
select is((select number || ' ' || day from api.ticket_issue(pg_temp.opid(1), pg_temp.queue('A'), null, null, null, null, null)),
          'A001 2026-11-24', 'a repetition after midnight gives yesterday''s answer');
select is(pg_temp.issue('A'), 'A001', 'the new day begins with the first number');
select * from finish();
rollback;
