-- SPDX-License-Identifier: MIT
-- What holds of every act: it writes what it must and nothing else, once for an operation id however often it is called, and nothing
-- of another centre: what is another centre's is not there. Each act is tried and taken back, so that none depends on another.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
-- another centre has its own administrator at work, with a number in hand, an item and a department's people
create role eda login in role banshi_admin, banshi_clock;
insert into banshi.staff (centre, login, name, role) select c.id, 'eda', '乙', 'admin' from banshi.centre as c where c.name = '另一中心';
insert into banshi.item (centre, code, name, department, queue)
select q.centre, '11', '另一事项', d.id, q.id
from banshi.queue as q join banshi.department as d on d.centre = q.centre and d.name = '综合部' join banshi.centre as c on c.id = q.centre
where c.name = '另一中心';
insert into banshi.counter (centre, department, number, name, position)
select d.centre, d.id, n, '窗口' || n, n::int
from banshi.department as d join banshi.centre as c on c.id = d.centre and c.name = '官渡区政务服务中心', (values ('4'), ('5')) as v (n)
where d.name = '公安分局';
insert into banshi.queue_counter (centre, queue, counter)
select c.centre, pg_temp.queue('B'), c.id from banshi.counter as c where c.number in ('4', '5');
update banshi.counter set comprehensive = true where number = '1';
insert into banshi.staff (centre, login, name, role, active)
select c.id, v.login, v.login, 'clerk', v.active
from banshi.centre as c, (values ('dan', false), ('fay', true)) as v (login, active) where c.name <> '另一中心';
create role dan nologin in role banshi_clerk admin banshi_login;
create role fay login in role banshi_clerk;
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case when s.login in ('leo', 'bob', 'fay') then '公安分局' else '综合部' end
  and s.login in ('leo', 'bob', 'fay', 'ann', 'cat', 'eve', 'eda');
insert into banshi.material (centre, item, seq, name, required)
select i.centre, i.id, 1, '户口簿', true from banshi.item as i where i.name = '居民身份证';
update banshi.item set statutory = 20, statutory_unit = 'working_day' where name = '居民身份证';

create function pg_temp.take(outcome text, material text default 'received') returns bigint language plpgsql as $$
begin
    perform api.case_intake(gen_random_uuid(), pg_temp.intake(pg_temp.item('居民身份证'), material), jsonb_build_object('outcome', outcome));
    return (select max(id) from api."case");
end $$;
create function pg_temp.intake(item bigint, material text default 'received', extra jsonb default '{}') returns jsonb language sql as $$
    select jsonb_build_object('item', item, 'channel', 'post', 'applicant_kind', 'person', 'applicant_name', '张曲㛃', 'id_kind', 'resident',
        'id_number', '530111199001010016', 'phone', '13888880000', 'materials', jsonb_build_array(jsonb_build_object('seq', 1, 'state', material))) || extra $$;
create function pg_temp.keep(name text, id bigint) returns void language sql as $$ select set_config('act.' || name, id::text, false) $$;
create function pg_temp.kept(name text) returns bigint language sql as $$ select current_setting('act.' || name)::bigint $$;
create function pg_temp.duty(day text, number text, login text) returns jsonb language sql security definer as $$
    select jsonb_build_object('day', day, 'counter', pg_temp.counter(number), 'cause', '', 'why', '{}'::jsonb,
                              'staff', (select s.id from banshi.staff as s where s.login = duty.login)) $$;
create function pg_temp.duty_id(day text, number text) returns bigint language sql security definer as $$
    select d.id from banshi.roster_duty as d where d.day = duty_id.day::date and d.counter = pg_temp.counter(number) $$;
create function pg_temp.department(name text) returns bigint language sql security definer as $$
    select d.id from banshi.department as d where d.name = department.name order by d.centre limit 1 $$;
-- the rows of each table, and how many of them were written since a transaction
select 'create function pg_temp.counted(mark bigint) returns table (relation text, n bigint, new bigint) language sql security definer as $q$'
       || string_agg(format('select %L, count(*), count(*) filter (where xmin::text::bigint >= mark) from banshi.%I', c.relname, c.relname), ' union all ' order by c.relname) || '$q$'
from pg_class as c
where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition \gexec
-- what was written since, and what is gone: "event 1, operation 1, absence −1"
create function pg_temp.changed(before jsonb, mark bigint) returns text language sql as $$
    select concat_ws(', ', string_agg(c.relation || ' ' || c.new, ', ' order by c.relation) filter (where c.new > 0),
                     string_agg(c.relation || ' −' || (b.value::bigint - c.n), ', ' order by c.relation) filter (where b.value::bigint > c.n))
    from pg_temp.counted(mark) as c join jsonb_each_text(before) as b on b.key = c.relation $$;
create temporary table mark (at bigint);
create function pg_temp.mark() returns bigint language sql security definer as $$
    insert into mark values (0) returning xmin::text::bigint $$;
create function pg_temp.traces() returns text language sql security definer as $$
    select concat_ws(' ', (select count(*) from banshi.event), (select count(*) from banshi.operation)) $$;
-- the rows that an act writes, unless it acts again for the same operation id; or the code of what refuses it
create function pg_temp.trial(who text, act text) returns text language plpgsql as $$
declare
    v_after text;
    v_result text;
    v_id uuid := gen_random_uuid();
    v_mark bigint;
    v_rows jsonb := (select jsonb_object_agg(relation, n) from pg_temp.counted(0));
begin
    perform pg_temp.as(who);
    begin
        v_mark := pg_temp.mark();
        execute 'select count(*) from api.' || act using v_id;
        v_after := pg_temp.traces();
        v_result := pg_temp.changed(v_rows, v_mark);
        execute 'select count(*) from api.' || act using v_id;
        if pg_temp.traces() <> v_after then
            v_result := 'twice: ' || v_result;
        end if;
        raise exception using errcode = 'BZ001';
    exception
        when sqlstate 'BZ001' then null;
        when others then v_result := sqlstate || ' ' || sqlerrm;
    end;
    perform pg_temp.as('');
    return v_result;
end $$;

-- a day at work
select pg_temp.at('08:50');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select pg_temp.as('leo');
select pg_temp.sign_on('4');
select pg_temp.as('kiosk');
select pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A'), pg_temp.issue('A');
select pg_temp.at('09:00');
select pg_temp.issue('B'), pg_temp.issue('B'), pg_temp.issue('B');
select pg_temp.as('ann');
select number from api.ticket_call_next(gen_random_uuid());
select number from api.ticket_skip(gen_random_uuid());
select number from api.ticket_call_next(gen_random_uuid());
select pg_temp.as('cat');
select number from api.ticket_call_next(gen_random_uuid());
select number from api.ticket_serve(gen_random_uuid());
select pg_temp.as('bob');
select number from api.ticket_call_next(gen_random_uuid());
select number from api.ticket_serve(gen_random_uuid());
select number from api.ticket_hold(gen_random_uuid(), '复印');
select pg_temp.as('eda');
select pg_temp.keep('other_counter', (select id from api.counter));
select pg_temp.keep('other_queue', (select id from api.queue));
select pg_temp.keep('other_item', (select id from api.item));
select api.session_sign_on(gen_random_uuid(), pg_temp.kept('other_counter'), '{"badge": true, "uniform": true, "grooming": true}');
select number from api.ticket_issue(gen_random_uuid(), pg_temp.kept('other_queue'), null, null, null, null, null);
select number from api.ticket_call_next(gen_random_uuid());
select pg_temp.as('ann');
select pg_temp.keep('received', pg_temp.take('', 'missing'));
select pg_temp.keep('accepted', pg_temp.take('accept'));
select pg_temp.keep('suspended', pg_temp.take('accept'));
select api.case_suspend(gen_random_uuid(), pg_temp.kept('suspended'), 'hearing', '听证。', 5);
select pg_temp.keep('decided', pg_temp.take('accept'));
select api.case_finish(gen_random_uuid(), pg_temp.kept('decided'), 'granted', '');
select pg_temp.keep('document', (select id from api.document where case_id = pg_temp.kept('accepted')));
select api.incident_report(gen_random_uuid(), '争执');
select pg_temp.as('adm');
select api.material_form_attach(gen_random_uuid(), pg_temp.item('居民身份证'), 1, 'blank', 'a.txt', encode('表', 'base64'), '');
select pg_temp.as('sue');
select pg_temp.keep('message', (select id from api.message_send(gen_random_uuid(), pg_temp.counter('2'), null, '请叫号')));
select api.absence_add(gen_random_uuid(), 'cat', 'leave', '2026-12-24', null, null, '');
select api.extension_ask(gen_random_uuid(), pg_temp.counter('2'), null, null, '留守');
select api.extension_ask(gen_random_uuid(), pg_temp.counter('2'), null, null, '留守');
select pg_temp.as('bob');
select api.extension_answer(gen_random_uuid(), (select min(id) from api.extension_request), true, '');
select pg_temp.as('sue');
select api.roster_put(gen_random_uuid(), 'lunch', '2026-11-01', jsonb_build_object('from', '2026-11-24', 'draft', 0, 'duties', jsonb_build_array(
    pg_temp.duty('2026-11-24', '2', 'bob'), pg_temp.duty('2026-11-25', '1', 'ann'), pg_temp.duty('2026-11-25', '2', 'bob'), pg_temp.duty('2026-11-26', '1', 'ann'),
    pg_temp.duty('2026-11-27', '1', 'ann'))));
select api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', null);
select api.roster_unassign(gen_random_uuid(), pg_temp.duty_id('2026-11-27', '1'), null);
select pg_temp.as('ann');
select pg_temp.keep('asked', (select id from api.roster_swap(gen_random_uuid(), pg_temp.duty_id('2026-11-25', '1'), 'cat', null, '')));
select pg_temp.keep('consented', (select id from api.roster_swap(gen_random_uuid(), pg_temp.duty_id('2026-11-26', '1'), 'cat', null, '')));
select pg_temp.as('cat');
select api.roster_consent(gen_random_uuid(), pg_temp.kept('consented'), true);
select pg_temp.as('');
select pg_temp.keep('incident', (select max(id) from banshi.incident));
select pg_temp.keep('form', (select max(id) from banshi.material_form));
select pg_temp.keep('agreed', (select min(id) from banshi.extension_request));
select pg_temp.keep('request', (select max(id) from banshi.extension_request));
select pg_temp.keep('absence', (select max(id) from banshi.absence));
select pg_temp.keep('forbidden', (select min(f.id) from banshi.forbidden as f where f.centre = (select min(id) from banshi.centre)));

-- who, what, and with which code somebody of another centre does not find what it is about (null: it is about nothing of the centre's)
create temporary table act (id int generated always as identity, who text, act text, code text, rows text);
insert into act (who, act, code, rows) values
    ('kiosk', 'ticket_issue($1, pg_temp.queue(''A''), null, null, null, null, null)', 'BS003', 'event 1, operation 1, ticket 1, ticket_number 1'),
    ('kiosk', 'ticket_issue($1, null, pg_temp.item(''居民身份证''), null, null, null, null)', 'BS003', 'event 1, operation 1, ticket 1, ticket_number 1'),
    ('leo', 'ticket_call_next($1)', null, 'event 1, operation 1, ticket 1'),
    ('leo', 'ticket_call($1, pg_temp.ticket(''B002''), ''急'')', 'BS005', 'event 1, event_note 1, operation 1, ticket 1, ticket_private 1'),
    ('ann', 'ticket_recall($1)', null, 'event 1, operation 1, ticket 1'),
    ('ann', 'ticket_serve($1)', null, 'event 1, operation 1, ticket 1'),
    ('ann', 'ticket_skip($1)', null, 'event 1, operation 1, ticket 1'),
    ('ann', 'ticket_return($1, '''')', null, 'counter 1, event 1, operation 1, ticket 1, ticket_private 1'),
    ('ann', 'ticket_transfer($1, pg_temp.queue(''B''), null, true, '''')', 'BS003', 'counter 1, event 1, operation 1, ticket 1, ticket_private 1'),
    ('ann', 'ticket_transfer($1, null, pg_temp.counter(''2''), true, '''')', 'BS003', 'counter 1, event 1, operation 1, ticket 1, ticket_private 1'),
    ('cat', 'ticket_hold($1, '''')', null, 'event 1, operation 1, ticket 1, ticket_private 1'),
    ('cat', 'ticket_done($1)', null, 'event 1, operation 1, queue_pace 1, ticket 1'),
    ('bob', 'ticket_resume($1, pg_temp.ticket(''B001''))', 'BS005', 'event 1, operation 1, ticket 1'),
    ('ann', 'ticket_restore($1, pg_temp.ticket(''A001''))', 'BS003', 'event 1, operation 1, ticket 1'),
    ('ann', 'ticket_void($1, pg_temp.ticket(''A001''), ''未到'')', 'BS003', 'event 1, event_note 1, operation 1, ticket 1, ticket_private 1'),
    ('ann', 'ticket_leave($1, pg_temp.ticket(''A004''))', 'BS003', 'event 1, operation 1, ticket 1'),
    ('ann', 'counter_pause($1, ''喝水'')', null, 'counter 1, event 1, event_note 1, operation 1'),
    ('leo', 'session_sign_off($1)', null, 'counter 1, event 1, operation 1, shift 1'),
    ('leo', 'session_sign_on($1, pg_temp.counter(''5''), ''{"badge": true, "uniform": true, "grooming": true}'')', null, 'counter 2, event 2, operation 1, shift 2'),
    ('ann', 'case_show($1, pg_temp.kept(''received''), null)', 'BS003', 'event 1, operation 1'),
    ('ann', 'case_show($1, null, (select number from banshi.case where id = pg_temp.kept(''received'')))', 'BS003', 'event 1, operation 1'),
    ('ann', 'case_intake($1, pg_temp.intake(pg_temp.item(''居民身份证'')), ''{}'')', 'BS003', 'case 1, case_material 1, case_number 1, document 1, document_number 1, event 2, operation 1'),
    ('bob', 'case_decide($1, pg_temp.kept(''received''), ''{"outcome":"refuse","reason":"不符"}'', null)', 'BS003', 'case 1, document 1, document_number 1, event 2, event_note 1, operation 1'),
    ('bob', 'case_suspend($1, pg_temp.kept(''accepted''), ''hearing'', ''听证。'', 5)', 'BS003', 'case 1, document 1, document_number 1, event 2, event_note 1, operation 1, suspension 1'),
    ('bob', 'case_resume($1, pg_temp.kept(''suspended''))', 'BS003', 'case 1, event 1, operation 1, suspension 1'),
    ('leo', 'case_extend($1, pg_temp.kept(''accepted''), 5, false, ''复杂。'')', 'BS003', 'case 1, document 1, document_number 1, event 2, event_note 1, operation 1, prolongation 1'),
    ('bob', 'case_finish($1, pg_temp.kept(''accepted''), ''granted'', '''')', 'BS003', 'case 1, event 1, operation 1'),
    ('bob', 'case_deliver($1, pg_temp.kept(''decided''), '''', '''')', 'BS003', 'case 1, event 1, operation 1'),
    ('bob', 'case_sweep($1)', null, 'operation 1'),
    ('ann', 'document_show($1, pg_temp.kept(''document''), null)', 'BS003', 'event 1, operation 1'),
    ('ann', 'document_show($1, null, ''官政服受〔2026〕1号'')', 'BS003', 'event 1, operation 1'),
    ('ann', 'document_void($1, pg_temp.kept(''document''), ''有误'', true)', 'BS003', 'document 2, document_number 1, event 2, event_note 1, operation 1'),
    ('bob', 'document_serve($1, pg_temp.kept(''document''), ''{"recipient":"张","relation":"self","place":"窗口"}'')', 'BS003', 'document 1, document_number 1, event 2, event_note 1, operation 1, service 1'),
    ('bob', 'document_printed($1, pg_temp.kept(''document''), ''printer:x'')', 'BS003', 'document 1, document_print 1, event 1, event_note 1, operation 1'),
    -- a reading is recorded each time
    ('bob', 'document_batch($1, null, null, 0, 10)', null, 'twice: event 1, operation 1'),
    ('bob', 'document_batch_printed($1, jsonb_build_array(pg_temp.kept(''document'')), ''printer:x'')', 'BS003', 'document 1, document_print 1, event 1, event_note 1, operation 1'),
    ('bob', 'document_write($1, ''enquiry'', null, pg_temp.item(''居民身份证''), ''{}'')', 'BS003', 'document 1, document_number 1, event 1, operation 1'),
    ('bob', 'document_write($1, ''assistance'', pg_temp.kept(''received''), null, ''{}'')', 'BS003', 'document 1, document_number 1, event 1, operation 1'),
    ('sue', 'extension_begin($1, '''')', null, 'closing 1, event 1, extension 8, operation 1'),
    ('sue', 'extension_sweep($1)', null, 'operation 1'),
    ('sue', 'extension_ask($1, pg_temp.counter(''2''), null, null, ''留守'')', 'BS003', 'event 1, event_note 1, extension_request 1, operation 1'),
    ('ann', 'extension_ask($1, null, pg_temp.department(''公安分局''), null, ''留守'')', 'BS003', 'event 1, event_note 1, extension_request 1, operation 1'),
    ('sue', 'extension_ask($1, pg_temp.counter(''2''), null, pg_temp.ticket(''A004''), ''联办'')', 'BS003', 'event 1, event_note 1, extension_request 1, operation 1'),
    ('bob', 'extension_answer($1, pg_temp.kept(''request''), false, ''有事'')', 'BS003', 'event 1, event_note 1, extension_request 1, operation 1'),
    ('bob', 'extension_done($1, pg_temp.kept(''agreed''))', 'BS003', 'event 1, extension_request 1, operation 1'),
    ('leo', 'floor_pause($1, pg_temp.counter(''2''), ''开会'')', 'BS003', 'counter 1, event 1, event_note 1, operation 1'),
    ('leo', 'floor_close($1, pg_temp.counter(''4''), ''停电'')', 'BS003', 'counter 1, event 2, event_note 1, operation 1, shift 1'),
    ('leo', 'floor_open($1, pg_temp.counter(''5''), ''fay'', '''')', 'BS003', 'counter 1, event 1, operation 1, shift 1'),
    ('leo', 'floor_queue($1, pg_temp.counter(''2''), pg_temp.queue(''C''), 5, '''')', 'BS003', 'event 1, operation 1, queue_counter 1'),
    ('sue', 'forbidden_add($1, ''烦死了'', '''', '''')', null, 'event 1, event_note 1, forbidden 1, operation 1'),
    ('sue', 'forbidden_remove($1, pg_temp.kept(''forbidden''))', 'BS003', 'event 1, event_note 1, operation 1, forbidden −1'),
    ('sue', 'hours_set($1, null, 6, ''morning'', ''09:00'', ''12:00'')', null, 'event 1, hours 1, operation 1'),
    ('ann', 'incident_report($1, ''争执'')', null, 'event 1, event_note 1, incident 1, operation 1'),
    ('sue', 'incident_follow($1, pg_temp.kept(''incident''), ''已劝解'', true)', 'BS003', 'event 1, event_note 1, incident 1, operation 1'),
    ('adm', 'layout_set($1, ''acceptance'', '''')', null, 'event 1, layout 1, operation 1'),
    ('adm', 'material_form_attach($1, pg_temp.item(''居民身份证''), 1, ''blank'', ''b.txt'', ''YQ=='', '''')', 'BS003', 'event 1, event_note 1, material_form 1, material_form_content 1, operation 1'),
    ('adm', 'material_form_remove($1, pg_temp.kept(''form''))', 'BS003', 'event 1, event_note 1, operation 1, material_form −1, material_form_content −1'),
    ('leo', 'message_send($1, pg_temp.counter(''2''), null, ''请叫号'')', 'BS003', 'event 1, message 1, operation 1'),
    ('leo', 'message_send($1, null, null, ''请叫号'')', null, 'event 1, message 1, operation 1'),
    ('bob', 'message_read($1, pg_temp.kept(''message''))', 'BS003', 'event 1, message 1, operation 1'),
    ('adm', 'printer_rule_set($1, pg_temp.counter(''2''), '''', ''printer:x'')', '23503', 'event 1, operation 1, printer_rule 1'),
    ('leo', 'absence_add($1, ''bob'', ''leave'', ''2026-12-01'', null, null, '''')', 'BS003', 'absence 1, event 1, operation 1'),
    ('leo', 'absence_remove($1, pg_temp.kept(''absence''))', 'BS003', 'event 1, operation 1, absence −1'),
    ('leo', 'skill_set($1, ''bob'', ''A'', true)', 'BS003', 'event 1, operation 1, staff_skill 1'),
    ('sue', 'roster_assign($1, pg_temp.duty_id(''2026-11-27'', ''1''), null, ''cat'', null)', 'BS003', 'event 1, operation 1, roster 1, roster_duty 1'),
    ('sue', 'roster_unassign($1, pg_temp.duty_id(''2026-11-25'', ''2''), null)', 'BS003', 'event 1, operation 1, roster 1, roster_duty 1'),
    ('sue', 'roster_stand_in($1, pg_temp.duty_id(''2026-11-24'', ''2''), null, ''cat'', ''人手不足'')', 'BS003', 'event 1, event_note 1, operation 1, roster 1, roster_duty 1'),
    ('sue', 'roster_publish($1, ''lunch'', ''2026-11-01'', null)', null, 'event 1, operation 1, roster 1, roster_change 1, roster_duty 1'),
    ('sue', 'roster_put($1, ''lunch'', ''2026-12-01'', jsonb_build_object(''from'', ''2026-12-01'', ''draft'', 0, ''duties'', jsonb_build_array(pg_temp.duty(''2026-12-01'', ''1'', ''ann''))))', 'BS001', 'event 1, operation 1, roster 1, roster_duty 1'),
    ('bob', 'roster_swap($1, pg_temp.duty_id(''2026-11-25'', ''2''), ''leo'', null, '''')', 'BS003', 'event 1, operation 1, roster_swap 1'),
    ('cat', 'roster_consent($1, pg_temp.kept(''asked''), true)', 'BS003', 'event 1, operation 1, roster_swap 1'),
    ('sue', 'roster_approve($1, pg_temp.kept(''consented''), true)', 'BS003', 'event 1, operation 1, roster 1, roster_duty 1, roster_swap 1'),
    ('adm', 'staff_new($1, ''act_test'', ''甲'', ''公安分局'', ''clerk'', false)', null, 'event 1, operation 1, staff 1'),
    ('adm', 'staff_edit($1, ''cat'', ''畅'', '''', false)', 'BS003', 'event 1, operation 1, staff 1'),
    ('adm', 'staff_role($1, ''cat'', ''lead'')', 'BS003', 'event 1, operation 1, staff 1'),
    ('adm', 'staff_leave($1, ''leo'')', 'BS003', 'counter 1, event 2, operation 1, shift 1, staff 1'),
    ('adm', 'staff_return($1, ''dan'')', 'BS003', 'event 1, operation 1, staff 1'),
    ('adm', 'staff_password($1, ''cat'', ''SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU='')', 'BS003', 'event 1, operation 1'),
    ('adm', 'calendar_add($1, ''2026-12-10'', false, ''洪水'')', null, 'calendar_day 1, calendar_year 1, case 2, event 3, event_note 1, operation 1'),
    ('adm', 'centre_set($1, ''{"recall_limit": 5}'')', null, 'centre 1, event 1, operation 1'),
    ('adm', 'import($1, ''catalogue'', ''{"records": []}'')', null, 'event 1, import 1, import_line 4, operation 1');
grant select on act to public;
create temporary table tried as
select a.id, a.who, a.act, a.code, a.rows, pg_temp.trial(a.who, a.act) as own, case when a.code is not null then pg_temp.trial('eda', a.act) end as other
from act as a order by a.id;
-- every table that somebody of another centre may read, read by them: rows that are not theirs
create temporary table strange (relation text, who text, n bigint);
create function pg_temp.strangers(who text) returns void language plpgsql as $$
declare
    v_table text;
    v_n bigint;
begin
    for v_table in
        select c.relname
        from pg_class as c join pg_attribute as a on a.attrelid = c.oid and a.attname = 'centre'
        where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        order by c.relname
    loop
        perform pg_temp.as(who);
        begin
            execute format('select count(*) from banshi.%I where centre <> rule.my_centre()', v_table) into v_n;
        exception when insufficient_privilege then v_n := null;
        end;
        perform pg_temp.as('');
        insert into strange values (v_table, who, v_n);
    end loop;
end $$;
select pg_temp.strangers('eda'), pg_temp.strangers('kiosk');
select plan((select count(*) + count(code) from tried)::int + 5);
select is(own, rows, 'what it writes, once: ' || act) from tried order by id;
select is(left(other, 5), code, 'another centre''s is none: ' || act) from tried where code is not null order by id;
select is((select string_agg(concat_ws(' ', who, relation, n), ', ') from strange where n > 0), null, 'of no table a row of another centre is read');
select cmp_ok((select count(*) from strange where who = 'eda' and n is not null), '>', 35::bigint, 'all that there are were tried');
select pg_temp.as('ann');
select set_config('act.opid', gen_random_uuid()::text, false);
select state from api.counter_pause(current_setting('act.opid')::uuid, '喝水');
select throws_ok($$ select api.counter_resume(current_setting('act.opid')::uuid) $$, 'BS020', null, 'an operation id is of one act');
select pg_temp.as('bob');
select throws_ok($$ select api.counter_pause(current_setting('act.opid')::uuid, '喝水') $$, 'BS020', null, 'and of one person');
select throws_ok($$ select api.counter_pause(null, '喝水') $$, 'BS001', 'opid', 'and must be there');
select * from finish();
rollback;
