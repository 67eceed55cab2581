-- SPDX-License-Identifier: MIT
-- A small centre for database tests: `\ir ../lib/fixture.sql` after begin.
--
--   queue  A 综合   ordinary things           counter 1    serves A
--          B 公安   the police's items                2    serves B, and A after a lag of 10 minutes
--          C 税务   nobody's                          3    closed by default, serves A and B
--   staff  ann, bob, cat clerks, bob a party member; leo lead, sue supervisor, adm admin; kiosk, board; eve, a clerk of
--          another centre (with a queue A and a counter 1 of its own)
--   items  居民身份证 (queue B), 旧事项 (queue A, no longer in force)
--
-- pg_temp.as('ann') makes the session ann's, pg_temp.as('') the owner's again; pg_temp.at('09:30') moves the clock to
-- that time of 2026-11-24. pg_temp.queue('A'), counter('1'), item('居民身份证'), ticket('A001') give ids.
\set ON_ERROR_STOP 1
select set_config('banshi.test_owner', session_user, false);
do $$
declare
    v_login text;
begin
    if not exists (select from pg_roles where rolname = 'banshi_clock') then
        create role banshi_clock;
    end if;
    foreach v_login in array array['ann clerk', 'bob clerk', 'cat clerk', 'leo lead', 'sue supervisor', 'adm admin', 'kiosk kiosk',
                                   'board board', 'eve clerk'] loop
        if not exists (select from pg_roles where rolname = split_part(v_login, ' ', 1)) then
            -- from version 16 of the server on, a role is changed by its administrators alone
            execute format('create role %I login in role %I, banshi_clock admin banshi_login', split_part(v_login, ' ', 1),
                           'banshi_' || split_part(v_login, ' ', 2));
        end if;
    end loop;
end $$;
grant usage on schema public to public;

insert into banshi.centre (id, name, organ, organ_short, issue_policy)
values (530111001, '官渡区政务服务中心', '官渡区政务服务管理局', '官政服', 'always'), (530111002, '另一中心', '另一局', '另', 'always');
insert into banshi.priority (centre, code, name, letter, head_start, proof, position)
select c.id, p.code, p.name, p.letter, p.head_start, p.proof, p.position
from banshi.centre as c,
     (values ('ordinary', '普通', '', interval '0', '', 0),
             ('elderly', '老年人', '老', '30 minutes', '身份证', 1),
             ('military', '军人', '军', '30 minutes', '军人证', 2)) as p (code, name, letter, head_start, proof, position);
insert into banshi.department (centre, name)
select c.id, d.name from banshi.centre as c, (values ('综合部'), ('公安分局')) as d (name);
insert into banshi.queue (centre, code, name, comprehensive, department)
select c.id, q.code, q.name, q.code = 'A', d.id
from banshi.centre as c
cross join (values ('A', '综合', null), ('B', '公安', '公安分局'), ('C', '税务', null)) as q (code, name, department)
left join banshi.department as d on d.centre = c.id and d.name = q.department
where c.name = '官渡区政务服务中心' or q.code = 'A';
insert into banshi.counter (centre, department, number, name, position)
select d.centre, d.id, k.number, k.name, k.position
from banshi.department as d
join banshi.centre as c on c.id = d.centre
join (values ('综合部', '1', '综合窗口', 1), ('公安分局', '2', '户政窗口', 2), ('综合部', '3', '机动窗口', 3))
     as k (department, number, name, position) on k.department = d.name
where c.name = '官渡区政务服务中心' or k.number = '1';
insert into banshi.queue_counter (centre, queue, counter, lag)
select k.centre, q.id, k.id, s.lag
from (values ('1', 'A', interval '0'), ('2', 'B', '0'), ('2', 'A', '10 minutes'), ('3', 'A', '0'), ('3', 'B', '0'))
     as s (number, code, lag)
join banshi.counter as k on k.number = s.number
join banshi.queue as q on q.centre = k.centre and q.code = s.code;
insert into banshi.staff (centre, login, name, role, party_member)
select c.id, s.login, s.name, s.role, s.login = 'bob'
from (values ('官渡区政务服务中心', 'ann', '安', 'clerk'), ('官渡区政务服务中心', 'bob', '白', 'clerk'),
             ('官渡区政务服务中心', 'cat', '常', 'clerk'), ('官渡区政务服务中心', 'leo', '李', 'lead'),
             ('官渡区政务服务中心', 'sue', '苏', 'supervisor'), ('官渡区政务服务中心', 'adm', '艾', 'admin'),
             ('官渡区政务服务中心', 'kiosk', '取号机', 'kiosk'), ('官渡区政务服务中心', 'board', '大屏', 'board'),
             ('另一中心', 'eve', '叶', 'clerk')) as s (centre, login, name, role)
join banshi.centre as c on c.name = s.centre;
insert into banshi.item (centre, code, name, department, queue, active)
select q.centre, i.code, i.name, d.id, q.id, i.active
from (values ('11', '居民身份证', '公安分局', 'B', true), ('12', '旧事项', '综合部', 'A', false))
     as i (code, name, department, queue, active)
join banshi.centre as c on c.name = '官渡区政务服务中心'
join banshi.department as d on d.centre = c.id and d.name = i.department
join banshi.queue as q on q.centre = c.id and q.code = i.queue;

create function pg_temp.as(login text) returns void
    language plpgsql as $$
begin
    perform set_config('session_authorization', coalesce(nullif(login, ''), current_setting('banshi.test_owner')), false);
end $$;
create function pg_temp.at(clock text) returns void
    language plpgsql as $$ begin perform set_config('banshi.clock', '2026-11-24 ' || clock || '+08', false); end $$;
create function pg_temp.queue(code text) returns bigint
    language sql security definer as $$
    select q.id from banshi.queue as q where q.code = queue.code order by q.centre limit 1 $$;
create function pg_temp.counter(number text) returns bigint
    language sql security definer as $$
    select c.id from banshi.counter as c where c.number = counter.number order by c.centre limit 1 $$;
create function pg_temp.item(name text) returns bigint
    language sql security definer as $$ select i.id from banshi.item as i where i.name = item.name $$;
create function pg_temp.ticket(number text) returns bigint
    language sql security definer as $$
    select t.id from banshi.ticket as t where t.number = ticket.number order by t.centre limit 1 $$;
-- sign on with every answer of the self-check true
create function pg_temp.sign_on(number text) returns text
    language sql as $$
    select counter_name || ' ' || counter_state
    from api.session_sign_on(gen_random_uuid(), pg_temp.counter(number),
                             '{"badge": true, "party_badge": true, "uniform": true, "grooming": true}') $$;
-- take a number in a queue: "A001"
create function pg_temp.issue(code text, priority text default 'ordinary') returns text
    language sql as $$
    select number
    from api.ticket_issue(gen_random_uuid(), pg_temp.queue(code), null, null, priority,
                          case when priority <> 'ordinary' then '证件' end, null) $$;
create function pg_temp.written() returns bigint
    language sql security definer as $$ select count(*) from banshi.event $$;
-- does an act act, and not again when it is called once more with its operation id?
create function pg_temp.once(act text) returns boolean
    language plpgsql as $$
declare
    v_before bigint := pg_temp.written();
    v_after bigint;
    v_id uuid := gen_random_uuid();
begin
    execute act using v_id;
    v_after := pg_temp.written();
    execute act using v_id;
    return v_after > v_before and pg_temp.written() = v_after;
end $$;
