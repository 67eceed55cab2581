-- SPDX-License-Identifier: MIT
-- Who is called next, and why: the order is one number, bounded and explained from stored data.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(45);
create function pg_temp.next() returns text
    language sql as $$ select number from api.ticket_call_next(gen_random_uuid()) $$;
-- call and finish the next n people
create function pg_temp.calls(n int) returns text
    language plpgsql as $$
declare
    v text := '';
begin
    for i in 1..n loop
        v := v || ' ' || pg_temp.next();
        perform api.ticket_serve(gen_random_uuid());
        perform api.ticket_done(gen_random_uuid());
    end loop;
    return ltrim(v);
end $$;
create function pg_temp.why(number text, fact text) returns text
    language sql as $$
    select string_agg(w.value || coalesce(' | ' || nullif(w.detail, ''), ''), '; ' order by w.line)
    from api.ticket_why(pg_temp.ticket(number)) as w where w.fact = why.fact $$;

create function pg_temp.skip_and_restore(policy text) returns text
    language plpgsql as $$
begin
    perform pg_temp.as('');
    update banshi.centre set restore_policy = policy, restore_after = 3;
    perform pg_temp.as('cat');
    perform pg_temp.next();
    perform pg_temp.at('13:30');
    perform api.ticket_skip(gen_random_uuid());
    perform api.ticket_restore(gen_random_uuid(), t.id) from api.ticket as t where t.state = 'skipped';
    return (select string_agg(t.number, ' ' order by t.sort_at, t.id) from api.ticket as t where t.state = 'waiting');
end $$;

-- priority classes
select pg_temp.as('kiosk');
select pg_temp.at('09:00');
select is(pg_temp.issue('A'), 'A001', '9:00 an ordinary person');
select pg_temp.at('09:10');
select is(pg_temp.issue('A'), 'A002', '9:10 an ordinary person');
select pg_temp.at('09:31');
select is(pg_temp.issue('A', 'elderly'), 'A003', '9:31 an elderly person');
select is(pg_temp.issue('A'), 'A004', '9:31 an ordinary person');
select is(pg_temp.issue('A', 'military'), 'A005', '9:31 a soldier');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select is((select string_agg(number || ahead, ' ' order by number) from api.ticket), 'A0010 A0023 A0031 A0044 A0052',
          'norm_5_2: people ahead are those who will be called before');
select is((select string_agg(number || estimate, ' ' order by number) from api.ticket), 'A0010 A0021800 A003600 A0042400 A0051200',
          'norm_5_2: the estimate follows from them');
select is(pg_temp.why('A003', 'head start'), '00:30:00 | 老年人', 'norm_2_2: the head start is told');
select is(pg_temp.why('A003', 'order'), '09:01:00 | issued less head start', 'norm_2_2: and the order that it gives');
select is(pg_temp.why('A002', 'ahead') || ' ' || pg_temp.why('A002', 'before'),
          '3 A001 | 09:00:00; A003 | 09:01:00 · 老年人 −00:30:00; A005 | 09:01:00 · 军人 −00:30:00', 'norm_2_2: who is before, and why');
select is(pg_temp.calls(5), 'A001 A003 A005 A002 A004',
          'norm_2_6: a priority goes before who came up to its head start earlier, not before who waits longer: nobody starves');
select is(pg_temp.why('A002', 'called before'), 'A003 | 09:31:00 · 老年人 −00:30:00; A005 | 09:31:00 · 军人 −00:30:00',
          'norm_2_2: who came later and was called earlier is told, with the reason');
select is(pg_temp.why('A001', 'called before'), null, 'norm_2_2: nobody, for who was first');
select is(pg_temp.why('A001', 'called') || ' ' || pg_temp.why('A001', 'done'), '09:31:00 | 1 · 安 09:31:00 | 1 · 安',
          'norm_2_2: when, where and by whom');
select is(pg_temp.why('A001', 'number'), 'A001 | 综合 · done', 'with its queue and state');
select throws_ok($$ select api.ticket_why(0) $$, 'BS003', 'ticket · 0', 'no such ticket');
select pg_temp.as('');
select throws_ok($$ update banshi.priority set head_start = '5 hours' $$, '23514', null, 'norm_2_6: the head start is bounded');
select pg_temp.as('sue');
select is(pg_temp.why('A002', 'ahead'), null, 'a supervisor reads the same, at no counter');

-- pooled queues: a counter that only helps out
select pg_temp.as('ann');
select api.session_sign_off(gen_random_uuid());
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.at('10:00');
select pg_temp.issue('A'), pg_temp.issue('A');
select pg_temp.at('10:05');
select pg_temp.issue('B');
select pg_temp.at('10:11');
select pg_temp.issue('B');
select is(pg_temp.why('A006', 'lag'), '00:10:00 | 2', 'norm_2_2: a lag of the own counter is told');
select is(pg_temp.why('B001', 'lag'), null, 'there is none for its own queue');
select is(pg_temp.calls(4), 'B001 A006 A007 B002', 'norm_5_1: a counter helps another queue once its people wait for the lag');

-- sent to one counter
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.issue('A'), pg_temp.issue('A');
select is(pg_temp.next(), 'A008', 'one is called');
select is((select number || counters from api.ticket_transfer(gen_random_uuid(), null, pg_temp.counter('2'), true, '证件问题')), 'A0082',
          'and sent to another counter');
select is(pg_temp.calls(1), 'A009', 'the first counter goes on with the next');
select is(pg_temp.why('A008', 'sent to'), '2', 'norm_2_2: where it was sent is told');
select pg_temp.as('bob');
select is(pg_temp.calls(1), 'A008', 'the other calls it, without the lag');

-- transfer
select pg_temp.as('cat');
select pg_temp.at('11:00');
select pg_temp.issue('A');
select pg_temp.at('11:10');
select pg_temp.issue('B');
select pg_temp.at('11:20');
select is(pg_temp.next(), 'A010', 'somebody of the wrong queue');
select api.ticket_transfer(gen_random_uuid(), pg_temp.queue('B'), null, true, '');
select pg_temp.as('bob');
select is(pg_temp.next(), 'A010', 'norm_5_1: keeps the place in time in the other one');
select api.ticket_transfer(gen_random_uuid(), pg_temp.queue('B'), null, false, '');
select is(pg_temp.why('A010', 'order'), '11:20:00 | moved', 'norm_2_2: or goes to its end, which is told');
select is(pg_temp.why('A010', 'transferred'), '11:20:00 | 3 · 常 · 公安 · keep; 11:20:00 | 2 · 白 · 公安 · end', 'norm_2_2: both times');
select is(pg_temp.calls(2), 'B003 A010', 'behind who is there');
select pg_temp.issue('B', 'elderly');
select pg_temp.issue('B');
select is(pg_temp.next(), 'B004', 'an elderly person');
select api.ticket_transfer(gen_random_uuid(), pg_temp.queue('A'), null, false, '');
select is((select to_char(sort_at at time zone 'Asia/Shanghai', 'HH24:MI') from api.ticket where number = 'B004'), '10:50',
          'norm_2_6: who joins another queue keeps the head start of the class');
select pg_temp.as('cat');
select is(pg_temp.calls(2), 'B004 B005', 'and is called by it');

-- skipped numbers come back
select pg_temp.at('13:00');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A');
select is(pg_temp.skip_and_restore('keep'), 'A011 A012 A013 A014 A015', 'a skipped number can keep its place');
select is(pg_temp.skip_and_restore('defer'), 'A012 A013 A014 A011 A015', 'wait behind some people');
select is(pg_temp.why('A011', 'order'), '13:00:00 | moved', 'norm_2_2: which is told');
select is(pg_temp.skip_and_restore('end'), 'A013 A014 A011 A015 A012', 'or join the end');
select pg_temp.calls(3);
select is(pg_temp.skip_and_restore('defer'), 'A012 A015', 'behind fewer people than that, the end is the end');
select is(pg_temp.why('A015', 'restored'), '13:30:00 | 3 · 常 · defer', 'norm_2_2: how it came back is told');
select is(pg_temp.calls(2), 'A012 A015', 'all are called');
select throws_ok($$ select pg_temp.next() $$, 'BS007', '', 'in the end nobody waits');

-- chosen calls
select pg_temp.issue('A'), pg_temp.issue('A');
select api.ticket_call(gen_random_uuid(), pg_temp.ticket('A017'), '孕妇不适');
select is(pg_temp.why('A016', 'called before'), 'A017 | 13:30:00 · chosen · 孕妇不适', 'norm_2_2: a call out of order is told with its reason');
select is((select count(*) from api.ticket where state = 'waiting'), 1::bigint, 'the other still waits');
select is(pg_temp.why('A016', 'ahead') || coalesce(pg_temp.why('A016', 'before'), ''), '0', 'with nobody before');
select * from finish();
rollback;
