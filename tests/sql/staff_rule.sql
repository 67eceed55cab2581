-- SPDX-License-Identifier: MIT
-- Staff, rule by rule: whose role and password may be changed by whom, which logins are ours to make and change, and who sees whom.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(44);
create function pg_temp.try(act text) returns text language plpgsql as $$
begin
    execute 'select * from api.' || act;
    raise exception using errcode = 'BZ001';
exception
    when sqlstate 'BZ001' then return 'ok';
    when others then return sqlstate || ' ' || sqlerrm;
end $$;
select set_config('test.verifier', 'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=', false);
create function pg_temp.password(login text, verifier text default current_setting('test.verifier')) returns text language sql as $$ select pg_temp.try(format('staff_password(gen_random_uuid(), %L, %L)', login, verifier)) $$;
create role staff_rule_owner login in role banshi_owner;
create role staff_rule_procedure login in role banshi_procedure;
create role staff_rule_login login in role banshi_login;
create role staff_rule_creator login createrole in role banshi_clerk;
create role staff_rule_database login createdb in role banshi_clerk;
create role staff_rule_replica login replication in role banshi_clerk;
create role staff_rule_bypass login bypassrls in role banshi_clerk;
insert into banshi.staff (centre, login, name, role) select min(c.id), r.rolname, r.rolname, 'clerk' from banshi.centre as c, pg_roles as r where r.rolname like 'staff\_rule%' group by r.rolname;
update banshi.staff as s set department = d.id
from banshi.department as d where d.centre = s.centre and d.name = case when s.login in ('leo', 'bob') then '公安分局' else '综合部' end and s.login in ('leo', 'bob', 'ann', 'cat');

create function pg_temp.sees(who text) returns text language plpgsql as $$
begin
    perform pg_temp.as(who);
    return (select string_agg(login, ' ' order by login) from api.staff where login in ('ann', 'bob', 'cat', 'leo', 'sue', 'eve'));
end $$;
-- passwords
select is((select string_agg(who || ' ' || pg_temp.password('cat'), ', ' order by n) from unnest(array['cat', 'ann', 'leo', 'sue', 'adm']) with ordinality as u (who, n), pg_temp.as(who)),
          'cat ok, ann BS002 password · cat, leo BS002 password · cat, sue BS002 password · cat, adm ok', 'a password is changed by whose it is, and an administrator');
select pg_temp.as('adm');
select is(pg_temp.password(login), 'BS002 password · ' || login, 'not that of ' || login)
from unnest(array['staff_rule_owner', 'staff_rule_procedure', 'staff_rule_login', 'staff_rule_creator', 'staff_rule_database', 'staff_rule_replica', 'staff_rule_bypass']) as login;
select is(pg_temp.password('eve'), 'BS003 login · eve', 'nor of another centre');
select is(pg_temp.password('cat', verifier), 'BS001 password', 'no verifier: ' || coalesce(left(verifier, 30), 'none'))
from unnest(array[null, '', 'secret', replace(current_setting('test.verifier'), '4096', '1'), replace(current_setting('test.verifier'), '4096', '4095'), replace(current_setting('test.verifier'), '4096', '1000001'), replace(current_setting('test.verifier'), 'SCRAM-SHA-256', 'md5'), current_setting('test.verifier') || 'x', left(current_setting('test.verifier'), 60)]) as verifier;
select is(pg_temp.password('cat', replace(current_setting('test.verifier'), '4096', '600000')), 'ok', 'as many rounds as the server asks for');

-- roles: not the own, not beyond ours
select is(pg_temp.try(format('staff_role(gen_random_uuid(), %L, %L)', login, role)), code, login || ' as ' || coalesce(role, 'nothing'))
from (values ('cat', 'clerk', 'ok'), ('cat', 'lead', 'ok'), ('cat', 'supervisor', 'ok'), ('cat', 'admin', 'ok'), ('cat', 'kiosk', 'ok'), ('cat', 'board', 'ok'), ('cat', 'notifier', 'ok'), ('cat', 'chief', 'BS001 role · chief'), ('cat', null, 'BS001 role'), ('adm', 'clerk', 'BS002 staff · adm'),
             ('staff_rule_owner', 'lead', 'BS002 staff · staff_rule_owner'), ('eve', 'lead', 'BS003 login · eve')) as t (login, role, code);
select pg_temp.at('09:00');
select pg_temp.as('ann');
select pg_temp.sign_on('1') \g /dev/null
select pg_temp.as('adm');
select is((select string_agg(role || ' ' || pg_temp.try(format('staff_role(gen_random_uuid(), ''ann'', %L)', role)), ', ') from unnest(array['lead', 'kiosk', 'board', 'notifier']) as role),
          'lead ok, kiosk BS004 ann · still at a counter, board BS004 ann · still at a counter, notifier BS004 ann · still at a counter', 'nobody becomes a device at a counter');
select is(pg_temp.try('staff_edit(gen_random_uuid(), ''adm'', ''新名'', '''', false)'), 'ok', 'an administrator changes the own name');
select is(pg_temp.try('staff_edit(gen_random_uuid(), ''cat'', '' '', '''', false)') || ', ' || pg_temp.try('staff_edit(gen_random_uuid(), ''cat'', repeat(''长'', 51), '''', false)') || ', ' || pg_temp.try('staff_edit(gen_random_uuid(), ''cat'', ''常'', ''无'', false)'),
          'BS001 name, BS001 name · 51 > 50, BS003 department · 无', 'a name has a length, a department is there');

-- logins
select is(pg_temp.try(format('staff_new(gen_random_uuid(), %L, ''甲'', '''', ''clerk'', false)', login)), code, 'a new login: ' || login)
from (values ('staff.rule-1_x', 'ok'), (repeat('a', 63), 'ok'), (repeat('a', 64), 'BS001 login · ' || repeat('a', 64)), ('1abc', 'BS001 login · 1abc'), ('banshi_x', 'BS017 login · banshi_x'), ('pg_x', 'BS017 login · pg_x'), ('none', 'BS017 login · none'),
             ('user', 'BS017 login · user'), ('eve', 'BS017 login · eve')) as t (login, code);
-- who sees whom
select is((select string_agg(who || ': ' || coalesce(pg_temp.sees(who), ''), ', ' order by n) from unnest(array['ann', 'leo', 'sue', 'adm', 'eve']) with ordinality as u (who, n)),
          'ann: ann cat, leo: bob leo, sue: ann bob cat leo sue, adm: ann bob cat leo sue, eve: eve', 'clerks and leads see the department, supervisors all');
select * from finish();
rollback;
