-- SPDX-License-Identifier: MIT
-- Columns hold the codes of their vocabulary, as every migration says; the groups of the staff are words, too.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(20);
create function pg_temp.codes(column_name text) returns text language sql as $$
    select string_agg(m[1], ' ' order by n)
    from pg_constraint as k,
         regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') with ordinality as r (m, n)
    where k.conname = column_name || '_check' $$;

select is(rule.words('counter_state'), '{closed,open,paused}', 'a vocabulary is its codes in their order');
select is(rule.words('staff_role_device'), '{kiosk,board,notifier}', 'and a part of one is some of them');
select throws_ok($$select rule.words('colour')$$, '20000', null, 'there is no other');
select is(rule.is_word('counter_state', c), c is not distinct from 'open', coalesce(c, 'nothing') || ' is a state of a counter or not')
from unnest(array['open', 'Open', '', null]) as c;
select is(rule.word_said('service_mode', 'left'), '留置送达', 'a code in Chinese, as documents print it');
select is(rule.word_said('service_mode', 'pigeon'), null, 'not one that there is not');

-- columns
select is(pg_temp.codes('counter_state'), 'closed open paused', 'a column holds the codes of its vocabulary');
select is(pg_temp.codes('document_state'), 'issued voided', 'or some of them');
select throws_ok($$update banshi.centre set issue_policy = 'never'$$, '23514', null, 'and nothing else');
select set_eq($$select k.oid from pg_constraint as k where obj_description(k.oid, 'pg_constraint') like 'counter_state: %'$$,
              $$select oid from pg_constraint where conname = 'counter_state_check'$$, 'its constraint says which vocabulary it is of');

-- migrating again
create temporary table before as select oid from pg_constraint where conname = 'counter_state_check';
set local role banshi_owner;
select rule.word_check('banshi.counter', 'state', 'counter_state', '{closed,open,paused}') \g /dev/null
reset role;
select set_eq('select oid from before', $$select oid from pg_constraint where conname = 'counter_state_check'$$, 'the same codes read no table again');
set local role banshi_owner;
select rule.word_check('banshi.counter', 'state', 'counter_state', '{closed,open,paused,"at lunch"}') \g /dev/null
reset role;
select is(pg_temp.codes('counter_state'), 'closed open paused at lunch', 'others are those of the column from then on');
select throws_ok($$set local role banshi_owner; select rule.word_check('banshi.counter', 'state', 'counter_state', '{open}')$$, '23514', null,
                 'a code that rows hold stays');

-- groups
select is((select string_agg(r || ' ' || pg_has_role('banshi_' || r, 'banshi_clerk', 'member')::text || ' ' || pg_has_role('banshi_' || r, 'banshi_device', 'member')::text || ' '
                             || pg_has_role('banshi_' || r, 'banshi_client', 'member')::text, ', ') from unnest(rule.words('staff_role')) as r),
          'clerk true false true, lead true false true, supervisor true false true, admin true false true, kiosk false true true, board false true true, notifier false true true',
          'each role is a group: people of what a clerk may, devices of theirs');
-- who may
create function pg_temp.actor(role text, department bigint) returns rule.actor language sql as $$ select row(1, 1, 'x', 'x', department, role, false)::rule.actor $$;
select is((select string_agg(r || ':' || coalesce((select string_agg(k, ' ' order by n) from unnest(rule.words('staff_role_rank')) with ordinality as u (k, n)
                                                   where rule.at_least(pg_temp.actor(r, 1), k)), ''), ', ' order by m)
           from unnest(rule.words('staff_role') || null::text) with ordinality as v (r, m)),
          'clerk:clerk, lead:clerk lead, supervisor:clerk lead supervisor, admin:clerk lead supervisor admin, kiosk:, board:, notifier:',
          'each rank may what those before it may, devices have none');
select ok(not rule.at_least(null, 'clerk'), 'nobody has none either');
select is((select string_agg(concat_ws(' ', r, rule.oversees(pg_temp.actor(r, 1), 1)::text, rule.oversees(pg_temp.actor(r, 1), 2)::text, rule.oversees(pg_temp.actor(r, 1), null)::text,
                                       rule.oversees(pg_temp.actor(r, null), null)::text), ', ' order by m) from unnest(rule.words('staff_role')) with ordinality as v (r, m)),
          'clerk false false false false, lead true false false false, supervisor true true true true, admin true true true true, '
          'kiosk false false false false, board false false false false, notifier false false false false',
          'a lead watches over the own department, a supervisor over all');
select * from finish();
rollback;
