-- SPDX-License-Identifier: MIT
-- Staff are database roles; only ours are made or changed, and passwords arrive as verifiers.
create extension if not exists pgtap;
begin;
select plan(71);
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
select throws_ok($$ select rule.import_staff(rule.me(), 1, '{"records": []}') $$, '42501', null, 'not by a back door either');
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

-- Administration from the screen
create function pg_temp.said(staff api.staff) returns text
    language sql as $$ select concat_ws(' ', (staff).login, (staff).name, nullif((staff).department, ''), (staff).role,
                                        case when (staff).party_member then 'party' end, case when not (staff).active then 'left' end) $$;
create function pg_temp.make(login text, name text, department text, role text) returns text
    language sql as $$
    select pg_temp.said(s) from api.staff_new('00000000-0000-4000-8000-000000000001', login, name, department, role, null) as s $$;
insert into banshi.department (centre, name) select id, '税务' from banshi.centre;
set session authorization "staff_test.admin";
select is(pg_temp.make('staff_test.li', ' 李四 ', '公安', 'lead'), 'staff_test.li 李四 公安 lead', 'somebody is taken on');
select is(pg_temp.make('staff_test.li', '李四', '公安', 'lead'), 'staff_test.li 李四 公安 lead', 'once');
select ok(pg_has_role('staff_test.li', 'banshi_lead', 'member') and not pg_has_role('staff_test.li', 'banshi_supervisor', 'member'),
          'in the group of the role');
select throws_ok(format('select api.staff_new(gen_random_uuid(), %L, ''甲'', %L, %L, false)', login, department, role), code, detail, title)
from (values ('staff_test.li', '', 'clerk', 'BS017', 'login · staff_test.li', 'a login that is there is refused'),
             ('staff_test_foreign', '', 'clerk', 'BS017', 'login · staff_test_foreign', 'that of a foreign role too'),
             ('Wang', '', 'clerk', 'BS001', 'login · Wang', 'a login is lower case'),
             (null, '', 'clerk', 'BS001', 'login', 'and must be there'),
             ('staff_test.x', '卫健', 'clerk', 'BS003', 'department · 卫健', 'a department that is not there'),
             ('staff_test.x', '', 'chief', 'BS001', 'role · chief', 'a role that is not there'),
             ('staff_test.x', '', null, 'BS001', 'role', 'or none')) as t (login, department, role, code, detail, title);
select throws_ok($$ select api.staff_new(gen_random_uuid(), 'staff_test.x', ' ', '', 'clerk', false) $$, 'BS001', 'name', 'a name is needed');
select is((select count(*) from pg_roles where rolname = 'staff_test.x'), 0::bigint, 'refusals leave no role behind');
select is(pg_temp.said(s), 'staff_test.li 李思 税务 lead party', 'name, department and party change')
from api.staff_edit(gen_random_uuid(), 'staff_test.li', '李思', '税务', true) as s;
select is(pg_temp.said(s), 'staff_test.li 李思 税务 supervisor party', 'the role changes')
from api.staff_role(gen_random_uuid(), 'staff_test.li', 'supervisor') as s;
select ok(pg_has_role('staff_test.li', 'banshi_supervisor', 'member') and not pg_has_role('staff_test.li', 'banshi_admin', 'member'),
          'and so does the group');
select throws_ok($$ select api.staff_role(gen_random_uuid(), 'staff_test.li', 'chief') $$, 'BS001', 'role · chief', 'to a role that is there');
select throws_ok($$ select api.staff_role(gen_random_uuid(), 'staff_test.wang', 'board') $$, 'BS004', 'staff_test.wang · still at a counter',
                 'nobody becomes a device at a counter');
select throws_ok($$ select api.staff_role(gen_random_uuid(), 'staff_test.admin', 'clerk') $$, 'BS002', 'staff · staff_test.admin',
                 'nobody gives up the own role');
select throws_ok($$ select api.staff_leave(gen_random_uuid(), 'staff_test.admin') $$, 'BS002', 'staff · staff_test.admin',
                 'nor leaves by the own hand');
select throws_ok($$ select api.staff_leave(gen_random_uuid(), 'staff_test_super') $$, 'BS002', 'staff · staff_test_super',
                 'a role with privileges of the server is left alone');
select throws_ok($$ select api.staff_leave(gen_random_uuid(), 'nobody') $$, 'BS003', 'login · nobody', 'who is not there does not leave');
select throws_ok($$ select api.staff_return(gen_random_uuid(), 'staff_test.li') $$, 'BS004', 'staff_test.li · active', 'who is here is not back');
select is(pg_temp.said(s), 'staff_test.wang 王芳 公安 clerk party left', 'who leaves a counter')
from api.staff_leave('00000000-0000-4000-8000-000000000002', 'staff_test.wang') as s;
select is(pg_temp.said(s), 'staff_test.wang 王芳 公安 clerk party left', 'once')
from api.staff_leave('00000000-0000-4000-8000-000000000002', 'staff_test.wang') as s;
select is((select state || staff_name from api.counter), 'closed', 'closes it');
select ok(not (select rolcanlogin from pg_roles where rolname = 'staff_test.wang'), 'and cannot log in');
select throws_ok($$ select api.staff_leave(gen_random_uuid(), 'staff_test.wang') $$, 'BS004', 'staff_test.wang · left', 'nobody leaves twice');
select is(pg_temp.said(s), 'staff_test.wang 王芳 公安 clerk party', 'and can be back')
from api.staff_return(gen_random_uuid(), 'staff_test.wang') as s;
select ok((select rolcanlogin from pg_roles where rolname = 'staff_test.wang'), 'with the login');
reset session authorization;
select is((select string_agg(e.kind || coalesce(nullif(' ' || e.detail, ' '), ''), ', ' order by e.id)
           from banshi.event as e join banshi.staff as s on s.id = e.subject and e.concept = 'staff'
           where s.login = 'staff_test.li'), 'new lead, edited lead, role supervisor', 'what was done is kept');
insert into banshi.staff (centre, login, name, role, department)
select c.id, 'staff_test.lead', '冯', 'lead', d.id from banshi.centre as c join banshi.department as d on d.name = '公安';
create role "staff_test.lead" login in role banshi_lead;

-- who sees whom, and nobody but an administrator changes anything
set session authorization "staff_test.lead";
select is((select string_agg(login, ' ' order by login) from api.staff), 'staff_test.lead staff_test.wang', 'a lead sees the department');
set session authorization "staff_test.li";
select cmp_ok((select count(*) from api.staff), '=', (select count(*) from banshi.staff), 'a supervisor sees everybody');
select throws_ok(format('select api.%s', call), '42501', null, 'a supervisor cannot: ' || call)
from (values ('staff_new(gen_random_uuid(), ''staff_test.x'', ''甲'', '''', ''admin'', false)'),
             ('staff_edit(gen_random_uuid(), ''staff_test.wang'', ''甲'', '''', false)'),
             ('staff_role(gen_random_uuid(), ''staff_test.li'', ''admin'')'),
             ('staff_leave(gen_random_uuid(), ''staff_test.wang'')'),
             ('staff_return(gen_random_uuid(), ''staff_test.wang'')')) as t (call);
reset session authorization;
select * from finish();
rollback;
