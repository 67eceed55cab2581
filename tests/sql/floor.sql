-- SPDX-License-Identifier: MIT
-- The floor: who watches over what, what is seen to be wrong and since when, and what leads and supervisors do to counters.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(77);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.counter as c set zone = case number when '2' then 'B区' else 'A区' end where c.centre = (select min(id) from banshi.centre);
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case s.login when 'leo' then '公安分局' when 'bob' then '公安分局' else '综合部' end
  and s.login in ('leo', 'bob', 'ann', 'cat');
create function pg_temp.seen(number text) returns text
    language sql as $$
    select concat_ws(' ', state, nullif(reason, ''), nullif(by_name, ''), nullif(staff_name, ''), nullif(queues, ''), nullif(ticket, ''),
                     waiting, 'idle ' || to_char(idle_since at time zone 'Asia/Shanghai', 'HH24:MI'))
    from api.floor_counter where label = seen.number $$;
create function pg_temp.line(code text) returns text
    language sql as $$
    select concat_ws(' ', waiting, to_char(oldest_at at time zone 'Asia/Shanghai', 'HH24:MI'), open, paused, counters)
    from api.floor_queue as q where q.code = line.code $$;
create function pg_temp.events(number text) returns text
    language sql security definer as $$
    select string_agg(concat_ws(' ', e.kind, s.login, nullif(concat_ws(' · ', nullif(e.detail, ''), n.text), '')), '; ' order by e.id)
    from banshi.event as e join banshi.staff as s on s.id = e.staff
    left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
    where e.concept = 'counter' and e.subject = pg_temp.counter(events.number) $$;

\set mine `sed -e '/^--/d' "$abs_top_srcdir/core/query/floor_mine.sql"`
create function pg_temp.mine() returns text
    language plpgsql as $f$
declare
    v record;
begin
    execute current_setting('banshi.mine') into v;
    return concat_ws(' ', v.state, v.by_name, nullif(v.reason, ''), case when v.held then 'held' end);
end $f$;
select set_config('banshi.mine', :'mine', false) \g /dev/null


-- who watches over what
select pg_temp.at('09:00');
select pg_temp.as('ann');
select throws_ok('select * from api.' || v, '42501', null, 'clerks do not see ' || v)
from unnest(array['floor', 'floor_counter', 'floor_queue', 'floor_duty']) as v;
select pg_temp.as('sue');
select is((select string_agg(label, ' ' order by position) from api.floor_counter), '1 2 3', 'a supervisor sees every counter');
select pg_temp.as('leo');
select is((select string_agg(label, ' ' order by position) from api.floor_counter), '2', 'a lead those of the department');
select is((select string_agg(code, ' ' order by code) from api.floor_queue), 'A B', 'and the queues that they serve');
\set counters `sed 's/$1::bigint/array[pg_temp.counter('\''1'\''), pg_temp.counter('\''2'\'')]::bigint/' "$abs_top_srcdir/core/query/floor_counter_changed.sql"`
\set queues `sed 's/$1::bigint/array[pg_temp.queue('\''B'\''), pg_temp.queue('\''C'\'')]::bigint/' "$abs_top_srcdir/core/query/floor_queue_changed.sql"`
select is((select string_agg(label, ' ') from (:counters) as c), '2', 'of counters that changed those that are watched over');
select is((select string_agg(code, ' ') from (:queues) as q), 'B', 'of queues too');

-- norm 1.4: who is there and calls nobody
select pg_temp.as('ann');
select pg_temp.sign_on('1') \g /dev/null
select pg_temp.as('bob');
select pg_temp.sign_on('2') \g /dev/null
select pg_temp.at('09:20');
select pg_temp.as('sue');
select is(pg_temp.seen('1'), 'open 安 A 0', 'norm_1_4: nobody waits, nobody is idle');
select pg_temp.as('kiosk');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A') \g /dev/null
select pg_temp.at('09:45');
select pg_temp.as('sue');
select is(pg_temp.seen('1'), 'open 安 A 3 idle 09:20', 'norm_1_4: it calls nobody since the first one came, not since it opened');
select is(pg_temp.seen('2'), 'open 白 B A+10 3 idle 09:30', 'norm_1_4: a counter that only helps out since it could have');
select is(pg_temp.seen('3'), 'closed A B 3', 'a closed counter is not idle');
select is(pg_temp.line('A'), '3 09:20 2 0 1、3、2', 'norm_5_1: the queue, since when somebody waits, and who serves it');
select pg_temp.as('ann');
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select pg_temp.as('sue');
select is(pg_temp.seen('1'), 'open 安 A A001 2 idle 09:45', 'norm_1_4: a call counts');
select pg_temp.at('09:50');
select pg_temp.as('ann');
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select pg_temp.as('sue');
select is(pg_temp.seen('1'), 'open 安 A A001 2', 'norm_1_4: whoever serves somebody is not idle');
select is((select ticket_state || to_char(ticket_at at time zone 'Asia/Shanghai', ' HH24:MI') from api.floor_counter where label = '1'),
          'serving 09:50', 'the visit in hand and since when');
select pg_temp.at('10:30');
select pg_temp.as('ann');
select number from api.ticket_transfer(gen_random_uuid(), pg_temp.queue('B'), null, true, '户口') \g /dev/null
select pg_temp.as('sue');
select is(pg_temp.seen('1'), 'open 安 A 2 idle 10:30', 'norm_1_4: nor is who has just passed a long visit on');
select is(pg_temp.seen('2'), 'open 白 B A+10 3 idle 09:30', 'norm_1_4: the other one has been idle all the time');
select pg_temp.as('bob');
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select number from api.ticket_return(gen_random_uuid(), '误呼') \g /dev/null
select pg_temp.at('10:35');
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select number from api.ticket_serve(gen_random_uuid()) \g /dev/null
select pg_temp.at('10:40');
select number from api.ticket_done(gen_random_uuid()) \g /dev/null
select pg_temp.as('sue');
select is(pg_temp.seen('2'), 'open 白 B A+10 2 idle 10:40', 'norm_1_4: the end of a visit counts');
select is((select idle_minutes from api.floor_counter limit 1), 10, 'ten minutes unless the centre says otherwise');
select pg_temp.as('adm');
select lives_ok($$ select api.centre_set(gen_random_uuid(), '{"idle_minutes": 5, "wait_warn": 10, "wait_limit": 20}') $$, 'which it does');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"wait_warn": 25}') $$, 'BS001', null, 'yellow never after red');
select pg_temp.as('sue');
select is((select concat_ws(' ', c.idle_minutes, q.wait_warn, q.wait_limit) from api.floor_counter as c, api.floor_queue as q limit 1),
          '5 10 20', 'and everybody has it');

-- pausing, resuming
select pg_temp.as('ann');
select throws_ok($$ select api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '开会') $$, '42501', null, 'a clerk pauses no other counter');
select pg_temp.as('leo');
select throws_ok($$ select api.floor_pause(gen_random_uuid(), pg_temp.counter('1'), '开会') $$, 'BS002', 'counter · 1 · 综合部',
                 'a lead none of another department');
select throws_ok($$ select api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), ' ') $$, 'BS015', 'pause', 'nor without a reason');
select is((select state || reason from api.floor_pause('00000000-0000-4000-8000-000000000001', pg_temp.counter('2'), '消防演习')), 'paused消防演习',
          'but the own with one');
select is((select state || reason from api.floor_pause('00000000-0000-4000-8000-000000000001', pg_temp.counter('2'), '消防演习')), 'paused消防演习', 'once');
select throws_ok($$ select api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '再') $$, 'BS004', 'counter · paused', 'not twice');
select pg_temp.as('bob');
select is(pg_temp.mine(), 'paused 李 消防演习 held', 'who is there sees who did it, why, and that others lift it');
select throws_ok($$ select api.ticket_call_next(gen_random_uuid()) $$, 'BS006', 'paused · 消防演习', 'and cannot call');
select throws_ok($$ select api.counter_resume(gen_random_uuid()) $$, 'BS002', 'counter · paused · 李 · 消防演习', 'nor lift it');
select throws_ok($$ select api.counter_pause(gen_random_uuid(), '喝水') $$, 'BS004', 'counter · paused', 'nor make it a pause of the own');
select pg_temp.as('sue');
select is(pg_temp.seen('2'), 'paused 消防演习 李 白 B A+10 2', 'a paused counter is not idle');
select is((select state from api.floor_resume(gen_random_uuid(), pg_temp.counter('2'), '')), 'open', 'a supervisor lets it call again');
select throws_ok($$ select api.floor_resume(gen_random_uuid(), pg_temp.counter('2'), '') $$, 'BS004', 'counter · open', 'once');
select pg_temp.as('bob');
select is(pg_temp.mine(), 'open 苏', 'which is seen there, too');
select state from api.counter_pause(gen_random_uuid(), '喝水') \g /dev/null
select is(pg_temp.mine(), '', 'what one does oneself is nobody''s doing');
select state from api.counter_resume(gen_random_uuid()) \g /dev/null

select state from api.counter_pause(gen_random_uuid(), '喝水') \g /dev/null
select pg_temp.as('leo');
select throws_ok($$ select api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '开会') $$, 'BS004', 'counter · paused', 'a pause of the own stays one');
select pg_temp.sign_on('3') \g /dev/null
select pg_temp.as('sue');
select state from api.floor_pause(gen_random_uuid(), pg_temp.counter('3'), '消防演习') \g /dev/null
select pg_temp.as('leo');
select is(pg_temp.mine(), 'paused 苏 消防演习 held', 'a lead at a counter of another department');
select throws_ok($$ select api.counter_resume(gen_random_uuid()) $$, 'BS002', 'counter · paused · 苏 · 消防演习', 'is a clerk there');
select pg_temp.as('sue');
select state from api.floor_resume(gen_random_uuid(), pg_temp.counter('3'), '') \g /dev/null
select pg_temp.as('leo');
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select pg_temp.as('bob');
select state from api.counter_resume(gen_random_uuid()) \g /dev/null

-- closing, and opening for somebody
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select pg_temp.as('sue');
select throws_ok($$ select api.floor_close(gen_random_uuid(), pg_temp.counter('2'), '设备故障') $$, 'BS005', null, 'not with a number in hand');
select pg_temp.as('bob');
select number from api.ticket_return(gen_random_uuid(), '误呼') \g /dev/null
select pg_temp.as('sue');
select throws_ok($$ select api.floor_close(gen_random_uuid(), pg_temp.counter('2'), '') $$, 'BS015', 'close', 'nor without a reason');
select is((select state || staff_name from api.floor_close(gen_random_uuid(), pg_temp.counter('2'), '设备故障')), 'closed', 'a counter is closed');
select throws_ok($$ select api.floor_close(gen_random_uuid(), pg_temp.counter('2'), '设备故障') $$, 'BS004', 'counter · closed', 'once');
select pg_temp.as('bob');
select is(pg_temp.mine(), 'closed 苏 设备故障', 'who was there sees who did it, and why');
select pg_temp.as('leo');
select throws_ok($$ select api.floor_open(gen_random_uuid(), pg_temp.counter('2'), 'cat', '') $$, 'BS002', 'staff · 常 · clerk', 'a lead has the own people');
select pg_temp.as('sue');
select throws_ok($$ select api.floor_open(gen_random_uuid(), pg_temp.counter('2'), 'ann', '') $$, 'BS030', '安 · elsewhere · 1', 'nobody is torn from another counter');
select throws_ok($$ select api.floor_open(gen_random_uuid(), pg_temp.counter('2'), 'kiosk', '') $$, 'BS002', 'staff · 取号机 · kiosk', 'a machine is no clerk');
select throws_ok($$ select api.floor_open(gen_random_uuid(), pg_temp.counter('1'), 'cat', '') $$, 'BS004', 'counter · open', 'an open counter has its person');
select api.absence_add(gen_random_uuid(), 'cat', 'leave', '2026-11-24', '2026-11-24', null, '') \g /dev/null
select throws_ok($$ select api.floor_open(gen_random_uuid(), pg_temp.counter('3'), 'cat', '') $$, 'BS030', '常 · absent', 'nor who is away');
select is((select state || staff_name from api.floor_open(gen_random_uuid(), pg_temp.counter('2'), 'bob', '请速到岗')), 'open白', 'who is free is put there');
select pg_temp.as('bob');
select is(pg_temp.mine(), 'open 苏 请速到岗', 'and sees it');
select pg_temp.sign_on('2') \g /dev/null
select pg_temp.as('');
select is((select dress ->> 'badge' from banshi.shift where staff = (select id from banshi.staff where login = 'bob') and ended_at is null), 'true',
          'norm_1_1: the self-check is stored when they sign on');
select is(pg_temp.events('2'), 'opened bob; paused leo 消防演习; resumed sue; paused bob 喝水; resumed bob; paused bob 喝水; resumed bob; closed sue; closed from the floor sue 设备故障; opened sue bob · 请速到岗',
          'everything is put down');

-- the queues of a counter
select pg_temp.as('leo');
select throws_ok($$ select api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('A'), 10, '') $$, 'BS004', 'queue · A · unchanged', 'a change changes something');
select is((select queues from api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('C'), 5, '税务今天人多')), '公安、税务、综合',
          'norm_5_1: a queue is added for who has waited five minutes');
select is((select queues from api.floor_counter), 'B C+5 A+10', 'and is seen with it');
select pg_temp.as('bob');
select is((select sender_name || text from api.message where mine), '李税务今天人多', 'the reason comes to the counter as a message');
select pg_temp.as('leo');
select is((select queues from api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('C'), null, '')), '公安、综合', 'it is taken away again');
select api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('A'), null, '') \g /dev/null
select throws_ok($$ select api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('B'), null, '') $$, 'BS001', 'queue · B · the last one',
                 'a counter serves something');
select throws_ok($$ select api.floor_queue(gen_random_uuid(), pg_temp.counter('2'), pg_temp.queue('A'), 500, '') $$, 'BS001', 'lag · 500', 'a lag has a bound');
-- a call that is repeated, since its answer was lost, acts once
select pg_temp.as('sue');
select ok(pg_temp.once('select api.floor_' || v.act), 'once: ' || v.act)
from (values (1, 'pause($1, pg_temp.counter(''2''), ''开会'')'), (2, 'resume($1, pg_temp.counter(''2''), '''')'),
             (3, 'queue($1, pg_temp.counter(''2''), pg_temp.queue(''C''), 5, '''')'), (4, 'close($1, pg_temp.counter(''2''), ''停电'')'),
             (5, 'open($1, pg_temp.counter(''2''), ''bob'', '''')')) as v (n, act)
order by v.n;
select is((select count(*) from api.message_send('00000000-0000-4000-8000-0000000000ff', pg_temp.counter('2'), null, '请回电')),
          (select count(*) from api.message_send('00000000-0000-4000-8000-0000000000ff', pg_temp.counter('2'), null, '请回电')), 'a message, too');
select is((select count(*) from api.message where text = '请回电'), 1::bigint, 'it is there once');
select pg_temp.as('leo');
select throws_ok($$ select api.floor_pause('00000000-0000-4000-8000-0000000000ff', pg_temp.counter('2'), '开会') $$, 'BS020', null,
                 'an operation id is of one act');
-- who signs off and on does not open what was paused from the floor
select pg_temp.as('sue');
select state from api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '设备检修') \g /dev/null
select pg_temp.as('bob');
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select pg_temp.sign_on('2') \g /dev/null
select is(pg_temp.mine(), 'paused 苏 设备检修 held', 'who signs off and on again finds the counter paused, by whom and why');
select throws_ok($$ select api.ticket_call_next(gen_random_uuid()) $$, 'BS006', 'paused · 设备检修', 'and cannot call');
select pg_temp.sign_on('3') \g /dev/null
select pg_temp.as('cat');
select pg_temp.sign_on('2') \g /dev/null
select is(pg_temp.mine(), 'paused 苏 设备检修 held', 'nor does it open for a colleague, after somebody has gone to another counter');
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select pg_temp.as('leo');
select pg_temp.sign_on('2') \g /dev/null
select is(pg_temp.mine(), '', 'it does for the lead, who could resume it');
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select pg_temp.as('bob');
select pg_temp.sign_on('2') \g /dev/null
select is(pg_temp.mine(), '', 'and from then on for everybody');
-- the next day
select pg_temp.as('sue');
select state from api.floor_pause(gen_random_uuid(), pg_temp.counter('2'), '设备检修') \g /dev/null
select pg_temp.as('bob');
select api.session_sign_off(gen_random_uuid()) \g /dev/null
select set_config('banshi.clock', '2026-11-25 09:00+08', false) \g /dev/null
select pg_temp.sign_on('2') \g /dev/null
select is(pg_temp.mine(), '', 'a pause is of its day');
select * from finish();
rollback;
