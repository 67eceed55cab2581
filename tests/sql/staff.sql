-- SPDX-License-Identifier: MIT
-- Staff are database roles; only ours are made or changed, and passwords arrive as verifiers.
create extension if not exists pgtap;
begin;
select plan(34);
grant usage on schema public to public;

select name from api.centre_set(gen_random_uuid(), '{"name": "甲"}') \g /dev/null
insert into banshi.department (centre, name) select id, '公安' from banshi.centre;
create function pg_temp.import(records jsonb) returns text
    language sql as $$
    select string_agg(concat_ws(' ', l.key, l.line), ', ')
    from api.import(gen_random_uuid(), 'staff', jsonb_build_object('path', 's.csv', 'records', records)) as l
$$;
create function pg_temp.verifier() returns text
    language sql as $$ select 'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=' $$;

select is(pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "公安", "role": "clerk", "party_member": true},
                           {"line": 3, "login": "staff_test.admin", "name": "管", "department": "", "role": "admin"}]'),
          'added 2, changed 0, unchanged 0', 'staff are imported');
select is((select array[name, department, role, party_member::text, active::text] from api.staff where login = 'staff_test.wang'),
          array['王芳', '公安', 'clerk', 'true', 'true'], 'with what the file says');
select ok((select rolcanlogin and not rolsuper and not rolcreaterole from pg_roles where rolname = 'staff_test.wang'),
          'each is a database role that can log in and has no privilege');
select ok(pg_has_role('staff_test.wang', 'banshi_clerk', 'member') and not pg_has_role('staff_test.wang', 'banshi_lead', 'member'),
          'in the group of its role alone');
select is(pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "公安", "role": "clerk"}]'),
          'added 0, changed 0, unchanged 1', 'importing again changes nothing, and what the file lacks stays');
select is(pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "", "role": "supervisor"}]'),
          'added 0, changed 1, unchanged 0', 'a role changes');
select ok(pg_has_role('staff_test.wang', 'banshi_supervisor', 'member'), 'and so does the group');
select is(pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "", "role": "clerk", "active": false}]'),
          'added 0, changed 1, unchanged 0', 'somebody leaves');
select ok(not pg_has_role('staff_test.wang', 'banshi_supervisor', 'member'), 'and is out of the old group');
select ok((select not rolcanlogin from pg_roles where rolname = 'staff_test.wang'), 'and cannot log in');
select is(pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "公安", "role": "clerk", "active": true}]'),
          'added 0, changed 1, unchanged 0', 'and comes back');

-- Refusals
select throws_ok($$ select pg_temp.import('[{"line": 2, "login": "ok", "name": "甲", "department": "", "role": "clerk"},
                                            {"line": 5, "login": "abc", "name": "甲", "department": "税务", "role": "clerk"}]') $$,
                 'BS018', 's.csv:5 · unknown department · 税务', 'an unknown department is refused with its line');
select is((select count(*) from pg_roles where rolname = 'ok'), 0::bigint, 'and no role of the file is kept');
select throws_ok($$ select pg_temp.import('[{"line": 2, "login": "abc", "name": "甲", "department": "", "role": "clerk"},
                                            {"line": 3, "login": "abc", "name": "乙", "department": "", "role": "clerk"}]') $$,
                 'BS018', 's.csv:3 · duplicate login · abc', 'a login that is there twice is refused');
create role staff_test_foreign login;
select throws_ok(format($$ select pg_temp.import('[{"line": 2, "login": "%s", "name": "甲", "department": "", "role": "clerk"}]') $$, login),
                 'BS018', 's.csv:2 · the login is in use · ' || login, login || ' is not taken over')
from unnest(array['staff_test_foreign', session_user, 'banshi_owner', 'pg_monitor', 'public', 'a;b']) as login;
select is((select role from banshi.staff where login = session_user), 'admin', 'the owner stays what it is');
insert into banshi.staff (centre, login, name, role) select id, 'staff_test_super', '乙', 'clerk' from banshi.centre;
create role staff_test_super login superuser;
select throws_ok($$ select pg_temp.import('[{"line": 2, "login": "staff_test_super", "name": "甲", "department": "", "role": "clerk"}]') $$,
                 'BS018', null, 'a role with privileges of the server is not touched even if it is staff');

insert into banshi.counter (centre, department, number, name, state, staff)
select s.centre, d.id, '1', '窗口', 'open', s.id
from banshi.staff as s, banshi.department as d
where s.login = 'staff_test.wang';
select throws_ok($$ select pg_temp.import('[{"line": 2, "login": "staff_test.wang", "name": "王芳", "department": "", "role": "clerk", "active": false}]') $$,
                 'BS018', 's.csv:2 · still at a counter · staff_test.wang', 'nobody leaves from behind a counter');

-- Passwords
select set_config('test.verifier', pg_temp.verifier(), true) \g /dev/null
set session authorization "staff_test.wang";
select is((select login from api.staff_password(gen_random_uuid(), 'staff_test.wang', current_setting('test.verifier'))), 'staff_test.wang',
          'everybody can change their own password');
select throws_ok($$ select api.staff_password(gen_random_uuid(), 'staff_test.admin', current_setting('test.verifier')) $$, 'BS002', null,
                 'a clerk not somebody else''s');
select throws_ok($$ select api.staff_password(gen_random_uuid(), 'staff_test.wang', 'secret') $$, 'BS001', 'password',
                 'a password in clear is refused');
select throws_ok($$ select api.import(gen_random_uuid(), 'staff', '{"records": []}') $$, '42501', null, 'a clerk imports nothing');
select throws_ok($$ select banshi.import_staff(banshi.me(), 1, '{"records": []}') $$, '42501', null, 'not by a back door either');
select throws_ok($$ update banshi.staff set role = 'admin' $$, '42501', null, 'and writes to no table');
set session authorization "staff_test.admin";
select is((select login from api.staff_password(gen_random_uuid(), 'staff_test.wang', current_setting('test.verifier'))), 'staff_test.wang',
          'an administrator can set a password');
select throws_ok(format($$ select api.staff_password(gen_random_uuid(), %L, current_setting('test.verifier')) $$, login), 'BS002', null,
                 'but not that of ' || title)
from (values ((select login from banshi.staff where department is null order by id limit 1), 'the owner'),
             ('staff_test_super', 'a superuser')) as t (login, title);
select throws_ok($$ select api.staff_password(gen_random_uuid(), 'nobody', current_setting('test.verifier')) $$, 'BS003', null,
                 'a login that is not there is not found');
reset session authorization;
select is((select rolpassword from pg_authid where rolname = 'staff_test.wang'), pg_temp.verifier(), 'the verifier is stored');
select * from finish();
rollback;
