-- SPDX-License-Identifier: MIT
-- The owner makes the centre by its first settings; administrators change them, nobody else.
create extension if not exists pgtap;
begin;
select plan(19);

create function pg_temp.set(settings jsonb, opid uuid default gen_random_uuid()) returns text
    language sql as $$ select name || ' ' || recall_limit from api.centre_set(opid, settings) $$;

select throws_ok($$ select api.centre_set(gen_random_uuid(), '{}') $$, 'BS001', null, 'the first settings need a name');
select is(pg_temp.set('{"name": "甲", "organ_short": "甲政服"}', '00000000-0000-4000-8000-000000000001'), '甲 3',
          'the owner makes the centre');
select is(pg_temp.set('{"name": "甲", "organ_short": "甲政服"}', '00000000-0000-4000-8000-000000000001'), '甲 3',
          'once, with the same operation id');
select is((select count(*) from banshi.centre), 1::bigint, 'there is one centre');
select is((select role from banshi.staff where login = session_user), 'admin', 'the owner is its administrator');
select is((select count(*) from banshi.priority where code in ('ordinary', 'elderly', 'military', 'disabled')), 4::bigint,
          'norm_2_6: elderly, military and disabled people have priority classes');
select is((select max(head_start) from banshi.priority where code = 'ordinary'), '0', 'ordinary people have no head start');
select is((select count(*) from banshi.queue where comprehensive), 1::bigint, 'there is a comprehensive queue');

select is(pg_temp.set('{"recall_limit": 5}'), '甲 5', 'a setting changes');
select is((select organ_short from banshi.centre), '甲政服', 'the others stay');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"id": 9}') $$, 'BS001', 'settings · id', 'the key cannot be set');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"name": null}') $$, 'BS001', 'settings · name', 'null is no value');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"recall_limit": 0}') $$, 'BS001', null, 'limits are checked');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"recall_limit": "x"}') $$, 'BS001', null, 'types are checked');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"time_zone": "Moon"}') $$, 'BS001', null, 'time zones are checked');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"number_pattern": "号"}') $$, 'BS001', null,
                 'a number pattern has a number');

create role centre_test_clerk login in role banshi_clerk;
insert into banshi.staff (centre, login, name, role) select id, 'centre_test_clerk', '乙', 'clerk' from banshi.centre;
grant usage on schema public to public;
set session authorization centre_test_clerk;
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"recall_limit": 1}') $$, '42501', null, 'a clerk may not');
select is((select name from api.centre), '甲', 'but sees the settings');
reset session authorization;
create role centre_test_nobody login in role banshi_admin;
set session authorization centre_test_nobody;
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"name": "乙"}') $$, 'BS002', null,
                 'a role of the group that is not staff makes no centre');
reset session authorization;
select * from finish();
rollback;
