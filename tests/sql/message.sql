-- SPDX-License-Identifier: MIT
-- Messages to counters: who sends, who gets and who sees them; they stay until acknowledged.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(21);
update banshi.counter as c set zone = case number when '2' then 'B区' else 'A区' end where c.centre = (select min(id) from banshi.centre);
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case s.login when 'leo' then '公安分局' when 'bob' then '公安分局' else '综合部' end
  and s.login in ('leo', 'bob', 'ann', 'cat');
create function pg_temp.send(number text, zone text, text text) returns text
    language sql as $$
    select string_agg(counter_label || staff_name, ' ' order by id)
    from api.message_send(gen_random_uuid(), pg_temp.counter(send.number), send.zone, send.text) $$;
create function pg_temp.box() returns text
    language sql as $$
    select string_agg(concat_ws(' ', sender_name, counter_label, staff_name, text, case when read_at is not null then 'read' end), '; ' order by id)
    from api.message $$;
create function pg_temp.last() returns bigint language sql security definer as $$ select max(id) from banshi.message $$;
select pg_temp.at('09:00');
select pg_temp.as('sue');
select throws_ok($$ select pg_temp.send('1', null, '请叫号') $$, 'BS006', 'counter · closed', 'nobody is there to read it');
select throws_ok($$ select pg_temp.send(null, null, '请叫号') $$, 'BS003', 'counter', 'nor anywhere');
select pg_temp.as('ann');
select pg_temp.sign_on('1') \g /dev/null
select pg_temp.as('bob');
select pg_temp.sign_on('2') \g /dev/null
select pg_temp.as('cat');
select pg_temp.sign_on('3') \g /dev/null
select throws_ok($$ select pg_temp.send('1', null, '你好') $$, '42501', null, 'clerks send none');
select pg_temp.as('leo');
select throws_ok($$ select pg_temp.send('1', null, '你好') $$, 'BS002', 'counter · 1 · 综合部', 'a lead none to another department');
select is(pg_temp.send(null, null, '三点开会'), '2白', 'all of a lead are those of the department');
select pg_temp.as('sue');
select throws_ok($$ select pg_temp.send('1', null, ' ') $$, 'BS001', 'text', 'an empty message is none');
select throws_ok($$ select pg_temp.send('1', null, e'a\u202eb') $$, 'BS010', 'text', 'nor one that would confuse the terminal');
select throws_ok($$ select pg_temp.send('1', null, repeat('长', 81)) $$, 'BS001', 'text · 81 > 80', 'it is short');
select is(pg_temp.send('1', null, '请叫号，7人在等'), '1安', 'a message to a counter');
select is(pg_temp.send(null, 'A区', 'A区集合'), '1安 3常', 'to a zone');
select is(pg_temp.send(null, null, '消防演习'), '1安 2白 3常', 'to all');
select pg_temp.as('ann');
select is(pg_temp.box(), '苏 1 安 请叫号，7人在等; 苏 1 安 A区集合; 苏 1 安 消防演习', 'one sees what one got');
select pg_temp.as('leo');
select is(pg_temp.box(), '李 2 白 三点开会; 苏 2 白 消防演习', 'a lead those of the department');
select pg_temp.as('eve');
select is(pg_temp.box(), null, 'another centre none');
select pg_temp.as('bob');
select throws_ok($$ select api.message_read(gen_random_uuid(), pg_temp.last()) $$, 'BS003', null, 'nobody acknowledges what others got');
select pg_temp.as('sue');
select is((select unread from api.floor_counter where label = '3'), 2::bigint, 'the floor shows what is unread');
select pg_temp.as('cat');
select pg_temp.at('09:05');
select is((select to_char(read_at at time zone 'Asia/Shanghai', 'HH24:MI') from api.message_read(gen_random_uuid(), pg_temp.last())), '09:05',
          'acknowledged with the time');
select pg_temp.at('09:06');
select is((select to_char(read_at at time zone 'Asia/Shanghai', 'HH24:MI') from api.message_read(gen_random_uuid(), pg_temp.last())), '09:05',
          'a second terminal changes nothing');
select pg_temp.as('sue');
select is((select unread from api.floor_counter where label = '3'), 1::bigint, 'and the floor knows');
select is((select count(distinct id) from api.message_send('00000000-0000-4000-8000-000000000001', null, 'A区', '再一次')), 2::bigint, 'a repeated');
select is((select count(distinct id) from api.message_send('00000000-0000-4000-8000-000000000001', null, 'A区', '再一次')), 2::bigint,
          'sending sends once');
select * from finish();
rollback;
