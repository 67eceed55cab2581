-- SPDX-License-Identifier: MIT
-- The lists of tickets show the order of calling, with people ahead and estimates as a single ticket tells them.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
\set waiting `cat "$abs_top_srcdir/core/query/ticket_waiting.sql"`
\set all `cat "$abs_top_srcdir/core/query/ticket_all.sql"`
\set current `cat "$abs_top_srcdir/core/query/ticket_current.sql"`
\set held `cat "$abs_top_srcdir/core/query/ticket_held.sql"`
\set skipped `cat "$abs_top_srcdir/core/query/ticket_skipped.sql"`
\set mine `sed 's/$1::bigint/array(select id from api.ticket)::bigint/' "$abs_top_srcdir/core/query/ticket_mine_changed.sql"`
\set lines `cat "$abs_top_srcdir/core/query/my_line_list.sql"`
-- what is read ticket by ticket is what the lists have, and the waiting ones are in the order of their places
\set listed 'select string_agg((to_jsonb(t) - array[''ahead'', ''estimate'', ''counters''])::text, E''\\n'' order by id) from (select * from (' :waiting ') as w union all select * from (' :current ') as c union all select * from (' :held ') as h union all select * from (' :skipped ') as s) as t'
\set read 'select string_agg((to_jsonb(t) - array[''ahead'', ''estimate'', ''counters''])::text, E''\\n'' order by id) from (' :mine ') as t'
select plan(28);
create function pg_temp.code(queue bigint) returns text language sql security definer as $$ select q.code from banshi.queue as q where q.id = queue $$;
select pg_temp.at('09:00');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select is((select count(*) from (:waiting) as t), 0::bigint, 'nobody waits yet');
select pg_temp.issue('A'), pg_temp.issue('B'), pg_temp.issue('A'), pg_temp.issue('C');
select pg_temp.at('09:12');
select pg_temp.issue('A', 'elderly'), pg_temp.issue('B'), pg_temp.issue('A');
select is((select string_agg(number || ':' || ahead, ' ') from (:waiting) as t), 'A003:0 A001:1 A002:2 A004:3', 'norm_5_1: those of my queues, in the order of calling');
select is((select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from (:waiting) as t),
          (select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from api.ticket where number like 'A%'),
          'norm_5_2: people ahead, estimate and counters as on the slip');
select is((select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from (:all) as t),
          (select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from api.ticket),
          'in the list of all too');
select is((:read), (:listed), 'tickets read by themselves are as in the lists');
select is((select string_agg(number, ' ') from (:all) as t), 'A001 B001 A002 C001 A003 B002 A004', 'which is in the order of issue');
select pg_temp.as('bob');
select is((select count(*) from (:waiting) as t), 0::bigint, 'at no counter nobody waits for me');
select is((select count(*) from (:mine) as t), 0::bigint, 'and nothing is mine');
select pg_temp.sign_on('2');
select is((select string_agg(number || ':' || ahead, ' ') from (:waiting) as t), 'A003:0 B001:0 A001:1 A002:2 B002:1 A004:3', 'a lag orders queues, each with its own people ahead');
select is((:read), (:listed), 'read by themselves, with the lag in their places');
select is((select string_agg(number, ' ' order by place, id) from (:mine) as t), 'A003 B001 A001 A002 B002 A004', 'which are the order of calling');
select is((select string_agg(pg_temp.code(queue) || lag, ' ' order by lag) from (:lines) as l), 'B0 A600', 'the lines of a counter, with their lags in seconds');
select is((select number from api.ticket_call_next(gen_random_uuid())), 'A003', 'the first of the list is called');
select is((select string_agg(number, '') from (:current) as t), 'A003', 'and is the number in hand');
select pg_temp.as('ann');
select is((select count(*) from (:current) as t), 0::bigint, 'not at another counter');
select number from api.ticket_call_next(gen_random_uuid());
select is((select number || ' ' || ahead from api.ticket_transfer(gen_random_uuid(), null, pg_temp.counter('2'), true, '')), 'A001 0', 'a number is sent to another counter');
select is((select string_agg(number, ' ') from (:waiting) as t), 'A002 A004', 'and leaves the list');
select pg_temp.as('bob');
select is((select string_agg(number || ':' || ahead, ' ') from (:waiting) as t), 'A001:0 B001:0 A002:0 B002:1 A004:1', 'it is in the other one''s, without the lag');
select is((:read), (:listed), 'read by themselves, too');
select is((select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from (:all) as t),
          (select string_agg(number || ahead || ' ' || estimate || counters, ', ' order by number) from api.ticket),
          'the list of all agrees');
select state from api.ticket_skip(gen_random_uuid());
select is((select string_agg(number || state, ' ') from (:skipped) as t), 'A003skipped', 'skipped numbers of my queues');
select number from api.ticket_call_next(gen_random_uuid());
select state from api.ticket_serve(gen_random_uuid());
select is((:read), (:listed), 'and with a number in hand, and a skipped one');
select state from api.ticket_hold(gen_random_uuid(), '去复印');
select is((select string_agg(number || reason, ' ') from (:held) as t), 'A001去复印', 'held numbers, with the reason');
select is((select count(*) from (:current) as t), 0::bigint, 'are not in hand');
select pg_temp.as('ann');
select is((select string_agg(number || state, ' ') from (:skipped) as t), 'A003skipped', 'each counter of the queue sees who was skipped');
select is((select count(*) from (:held) as t), 0::bigint, 'only its own held ones');
select is((:read), (:listed), 'what is another counter''s is not read');
select pg_temp.as('bob');
select is((:read), (:listed), 'what is held is');
select * from finish();
rollback;
