-- SPDX-License-Identifier: MIT
-- A member of staff with psql can do no more than with the program; and what the catalog must show of every table and
-- function.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(72);

-- the catalog
select is_empty($$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not c.relrowsecurity and c.relname <> 'schema_migration' $$, 'every table has row-level security');
select is_empty($$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relforcerowsecurity
      and c.relname <> 'schema_migration' $$, 'which its owner does not pass by, of partitions neither');
select is_empty($$
    select c.oid::regclass, a.grantee::regrole
    from pg_class as c, aclexplode(c.relacl) as a
    where c.relnamespace = 'banshi'::regnamespace and a.grantee <> c.relowner
      and a.grantee <> 'banshi_procedure'::regrole
      and (a.privilege_type <> 'SELECT' or a.grantee = 0 or c.relispartition and a.grantee <> 'banshi_backup'::regrole) $$,
    'nobody but procedures has more than reading of any table, or any of a partition');
select is_empty($$
    select c.oid::regclass, a.attname, x.grantee::regrole
    from pg_class as c join pg_attribute as a on a.attrelid = c.oid, aclexplode(a.attacl) as x
    where c.relnamespace in ('banshi'::regnamespace, 'api'::regnamespace) and (x.privilege_type <> 'SELECT' or x.grantee = 0) $$,
    'nor of any column');
select is_empty($$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace = 'api'::regnamespace and c.relkind = 'v' and c.relname <> 'version'
      and not coalesce('security_invoker=true' = any (c.reloptions), false) $$, 'views read with the rights of who asks');
select is_empty($$
    select f.oid::regprocedure
    from pg_proc as f
    where f.pronamespace in ('banshi'::regnamespace, 'rule'::regnamespace, 'api'::regnamespace)
      and not coalesce('search_path=pg_catalog, pg_temp' = any (f.proconfig), false)
      and f.prosqlbody is null $$, 'every function has a fixed search path, or a body that was bound when it was made');
select is_empty($$
    select f.oid::regprocedure
    from pg_proc as f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as a
    where f.pronamespace in ('banshi'::regnamespace, 'rule'::regnamespace, 'api'::regnamespace) and a.grantee = 0 $$, 'no function is everybody''s');
select is_empty($$
    select f.oid::regprocedure
    from pg_proc as f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as a
    where f.pronamespace = 'rule'::regnamespace and f.provolatile = 'v'
      and a.grantee not in (f.proowner, 'banshi_procedure'::regrole, 'banshi_owner'::regrole) $$,
    'what changes something and is not in the schema api is for procedures alone');
select is_empty($$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace in ('banshi'::regnamespace, 'api'::regnamespace) and c.relkind in ('r', 'p', 'v')
      and c.relname <> 'schema_migration' and obj_description(c.oid, 'pg_class') is null $$, 'every table and view has a comment');
select is_empty($$
    select c.oid::regclass, a.attname
    from pg_class as c join pg_attribute as a on a.attrelid = c.oid
    where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration' and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null $$, 'every column has a comment');
select is_empty($$
    select f.oid::regprocedure
    from pg_proc as f
    where f.pronamespace in ('banshi'::regnamespace, 'rule'::regnamespace, 'api'::regnamespace) and obj_description(f.oid, 'pg_proc') is null $$,
    'every function has a comment');
select is_empty($$
    select r.rolname
    from pg_roles as r
    where r.rolname like 'banshi\_%' and (r.rolsuper or r.rolbypassrls or r.rolcanlogin) $$, 'no group role logs in or passes by the rules');

-- some data of both centres
select pg_temp.at('09:00');
select pg_temp.as('eve');
select api.session_sign_on(gen_random_uuid(), (select id from api.counter), '{"badge": true, "uniform": true, "grooming": true}');
select number from api.ticket_issue(gen_random_uuid(), (select id from api.queue), null, null, 'elderly', '身份证', '13900139000');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select number from api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, 'elderly', '身份证', '13800138000');
select number from api.ticket_call_next(gen_random_uuid());
select pg_temp.issue('A');

-- a clerk
select throws_ok(format('update banshi.%I set %s', t, s), '42501', null, 'a clerk cannot change ' || t)
from (values ('ticket', 'state = ''done'''), ('ticket_number', 'last = 0'), ('counter', 'state = ''open'''), ('staff', 'role = ''admin'''),
             ('event', 'kind = ''x'''), ('shift', 'dress = ''{}'''), ('operation', 'result = 0'), ('priority', 'head_start = ''4 hours'''),
             ('centre', 'name = ''x''')) as v (t, s);
select throws_ok($$ insert into banshi.event (centre, day, at, concept, subject, kind) values (530111001, now(), now(), 'ticket', 1, 'done') $$,
                 '42501', null, 'nor write events');
select throws_ok($$ delete from banshi.event $$, '42501', null, 'nor delete them');
select throws_ok($$ select phone from banshi.ticket_private $$, '42501', null, 'nor read a telephone number in full');
select throws_ok($$ select * from banshi.ticket_private $$, '42501', null, 'nor all columns at once');
select is((select phone || proof from api.ticket where number = 'A001'), '138****8000身份证', 'it is masked');
select throws_ok($$ select * from banshi.operation $$, '42501', null, 'nor operations');
select throws_ok($$ select rule.record(rule.me(), null, 'ticket', 1, 'done') $$, '42501', null, 'nor call what procedures stand on');
select throws_ok($$ select rule.ticket_take(rule.me(), null, null) $$, '42501', null, 'the parts of a procedure neither');
select throws_ok($$ select rule.partition_ensure(current_date) $$, '42501', null, 'nor make tables');
select throws_ok($$ select api.centre_set(gen_random_uuid(), '{"recall_limit": 9}') $$, '42501', null, 'nor do what administrators do');
select throws_ok($$ select api.import(gen_random_uuid(), 'staff', '{"records": []}') $$, '42501', null, 'nor import');
select throws_ok($$ set role banshi_owner $$, '42501', null, 'nor become the owner');
select throws_ok(format('set role %I', r), '42501', null, 'nor ' || r)
from unnest(array['banshi_procedure', 'banshi_login', 'banshi_backup', 'banshi_city']) as r;
select throws_ok($$ lock table banshi.schema_migration in exclusive mode $$, '42501', null, 'nor take the lock of a migration');
select throws_ok($$ comment on database banshi is '' $$, '42501', null, 'nor that of the first one');
select throws_ok($$ set role banshi_supervisor $$, '42501', null, 'nor a supervisor');
select throws_ok($$ create table banshi.x () $$, '42501', null, 'nor create anything');
select is((select count(distinct centre) from banshi.ticket) || ' ' || (select count(*) from banshi.centre) || ' '
          || (select count(distinct centre) from banshi.staff) || ' ' || (select count(distinct centre) from banshi.event), '1 1 1 1',
          'a clerk sees one centre');
select is((select count(*) from api.ticket) || ' ' || (select count(*) from api.counter), '2 3', 'in views too');
select is((select count(*) from banshi.staff where login = 'eve'), 0::bigint, 'nobody of another');
select pg_temp.as('eve');
select is((select string_agg(number || phone, '') from api.ticket), 'A001139****9000', 'and they see theirs');
select throws_ok($$ select api.ticket_leave(gen_random_uuid(), pg_temp.ticket('A002')) $$, 'BS003', null, 'a ticket of another centre is none');

-- rules that clients may call answer for their own centre
select is_empty($$
    select f.oid::regprocedure
    from pg_proc as f
    where f.pronamespace = 'rule'::regnamespace and 'p_centre' = any (f.proargnames)
      and exists (select from unnest(rule.words('staff_role')) as r where has_function_privilege('banshi_' || r, f.oid, 'execute')) $$,
    'no rule that clients may call takes a centre');
select throws_ok(format('select rule.%s', f), '42501', null, 'a client does not call ' || f)
from unnest(array['today(530111002)', 'hours_on(530111002, current_date)', 'hours_at(530111002, now())', 'counter_lines(530111002, 1)', 'duty_cover(530111002)',
                  'closed_at(530111002, current_date, null)', 'is_working(530111002, current_date)']) as f;
select pg_temp.as('');
create function pg_temp.told() returns text language sql as $$
    select concat_ws(' ', (select count(*) from rule.queue_served(q.id)), rule.queue_pace(q.id) is not null, (select count(*) from rule.ticket_line(rule.my_day(), q.id, null)))
    from (select current_setting('test.queue')::bigint as id) as q $$;
select set_config('test.queue', q.id::text, false) from banshi.queue as q where q.centre = 530111002 \g /dev/null
select pg_temp.as('eve');
select is(pg_temp.told(), '1 t 1', 'of their own queue a clerk is told who serves it, how fast, and who waits');
select pg_temp.as('ann');
select is(pg_temp.told(), '0 f 0', 'of another centre''s nothing');
select ok(not coalesce(rule.message_seen(jsonb_populate_record(null::banshi.message, jsonb_build_object('centre', 530111002, 'sender', m.id, 'staff', m.id))), false)
          and not coalesce(rule.incident_seen(jsonb_populate_record(null::banshi.incident, jsonb_build_object('centre', 530111002, 'staff', m.id))), false)
          and not coalesce(rule.extension_asked(jsonb_populate_record(null::banshi.extension_request, jsonb_build_object('centre', 530111002, 'department', m.department))), false),
          'what is said to be of another centre is not theirs') from rule.me() as m;

-- devices
select pg_temp.as('board');
select is((select string_agg(number || state || counter_label || phone || proof || reason || staff_name, ' ' order by number) from api.ticket),
          'A001called1安 A002waiting', 'norm_5_3: a board shows who is called to which counter, no telephone, proof or reason');
select is((select count(*) from banshi.ticket_private), 0::bigint, 'not in the table either');
select throws_ok($$ select * from banshi.event $$, '42501', null, 'a board reads no events');
select throws_ok($$ select api.ticket_call_next(gen_random_uuid()) $$, '42501', null, 'and calls nobody');
select lives_ok($$ select version from api.version $$, 'everybody reads the version of the schema');
select pg_temp.as('kiosk');
select is((select number || phone from api.ticket_issue(gen_random_uuid(), pg_temp.queue('A'), null, null, null, null, '13700137000')),
          'A003137****7000', 'a kiosk prints its own slip');
select is((select string_agg(phone, '') from api.ticket), '', 'and sees nobody''s telephone afterwards');

select throws_ok($$ select * from api.document_preview('slip', 1, null, null, '{}') $$, 'BS002', 'document · slip',
                 'nor any case through a preview');
select throws_ok($$ select * from api.document_preview('register', null, null, null, '{}') $$, 'BS002', 'document · register',
                 'and prints nothing but slips');

-- who left
select pg_temp.as('');
select ok(rule.login_ours('bob', true), 'the login of a member of the staff is ours');
grant pg_monitor to bob;
select ok(not rule.login_ours('bob', true), 'but not one that somebody gave more rights');
revoke pg_monitor from bob;
update banshi.staff set active = false where login = 'cat';
create role mallory login in role banshi_admin;
select pg_temp.as('cat');
select is((select count(*) from api.ticket) + (select count(*) from api.session), 0::bigint, 'who left sees nothing');
select throws_ok($$ select pg_temp.issue('A') $$, 'BS002', 'staff · cat', 'and does nothing');
select pg_temp.as('mallory');
select throws_ok($$ select pg_temp.issue('A') $$, 'BS002', 'staff · mallory', 'a group role alone is nobody');
select set_config('banshi.clock', '2030-01-01', false);
select cmp_ok(rule.now(), '<', '2030-01-01', 'nobody but tests moves the clock');
select * from finish();
rollback;
