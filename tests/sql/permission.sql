-- SPDX-License-Identifier: MIT
-- Who may call and read what: the smallest role of the staff, which the wider ones include, and devices. Nobody else; what is new is
-- put down here.
create extension if not exists pgtap;
begin;
select plan(5);
-- "clerk kiosk" as the groups that it means
create function pg_temp.means(roles text) returns text language sql as $$
    select coalesce(string_agg(r, ' ' order by n), '')
    from unnest(array['clerk', 'lead', 'supervisor', 'admin', 'kiosk', 'board', 'notifier']) with ordinality as u (r, n)
    where r = any (string_to_array(roles, ' '))
       or n <= 4 and n > (select min(array_position(array['clerk', 'lead', 'supervisor', 'admin'], s)) from unnest(string_to_array(roles, ' ')) as s) $$;
create function pg_temp.may(what text, relation oid) returns text language sql as $$
    select coalesce(string_agg(r, ' ' order by n), '')
    from unnest(array['clerk', 'lead', 'supervisor', 'admin', 'kiosk', 'board', 'notifier']) with ordinality as u (r, n)
    where case what when 'call' then has_function_privilege('banshi_' || r, relation, 'execute') else has_table_privilege('banshi_' || r, relation, 'select') end $$;
create temporary table expected (what text, roles text, name text);

insert into expected select 'call', t.roles, n from (values
    ('admin',
        'calendar_add centre_set import material_form_attach material_form_remove staff_edit staff_leave staff_new staff_return '
        'staff_role'),
    ('board clerk kiosk notifier', 'ticket_show'),
    ('clerk',
        'case_decide case_deliver case_finish case_forecast case_intake case_resume case_search case_show case_suspend '
        'case_sweep counter_pause counter_resume document_batch document_batch_printed document_printed document_serve '
        'document_show document_void document_write extension_answer extension_ask extension_begin extension_done '
        'extension_sweep incident_report layout_check layout_set message_read phrase_check printer_rule_set register_paper '
        'roster_check_in roster_consent roster_paper roster_swap roster_swap_choice_list session_sign_off session_sign_on '
        'skill_list staff_password ticket_call ticket_call_next ticket_done ticket_hold ticket_leave ticket_recall '
        'ticket_restore ticket_resume ticket_return ticket_serve ticket_skip ticket_transfer ticket_void ticket_why'),
    ('clerk kiosk', 'document_preview document_verify ticket_issue'),
    ('lead',
        'absence_add absence_remove case_extend extension_withdraw floor_close floor_open floor_pause floor_queue floor_resume '
        'incident_follow message_send roster_approve roster_assign roster_candidate_list roster_stand_in roster_unassign '
        'roster_why skill_set'),
    ('supervisor', 'forbidden_add forbidden_remove hours_set roster_input roster_publish roster_put')
    ) as t (roles, names), unnest(regexp_split_to_array(names, '\s+')) as n;
insert into expected select 'view', t.roles, n from (values
    ('admin', 'import_line'),
    ('board clerk kiosk notifier', 'centre counter counter_label hours item material priority queue session ticket ticket_row version'),
    ('clerk',
        'absence case case_event case_material day deadline department document document_print extension extension_hours '
        'extension_request forbidden hours_now incident layout material_form message phrase register roster roster_change '
        'roster_duty roster_swap staff'),
    ('clerk kiosk', 'printer_rule'),
    ('lead', 'floor floor_counter floor_duty floor_queue')
    ) as t (roles, names), unnest(regexp_split_to_array(names, '\s+')) as n;
-- tables that only columns are granted of, or nothing, are in the last line
insert into expected select 'table', t.roles, n from (values
    ('admin', 'import import_line'),
    ('board clerk kiosk notifier',
        'centre closing counter department extension extension_request hours item material priority queue queue_counter staff '
        'ticket'),
    ('clerk',
        'absence calendar_day calendar_year case_material document_print event forbidden incident layout message phrase '
        'prolongation roster roster_change roster_cover roster_kind roster_swap service shift staff_skill suspension '
        'working_day'),
    ('clerk kiosk', 'material_form material_form_content printer_rule'),
    ('', 'case case_number document document_number operation roster_duty ticket_number ticket_private')
    ) as t (roles, names), unnest(regexp_split_to_array(names, '\s+')) as n;

select is_empty($$
    select f.proname, e.roles, pg_temp.may('call', f.oid)
    from expected as e join pg_proc as f on f.pronamespace = 'api'::regnamespace and f.proname = e.name
    where e.what = 'call' and pg_temp.may('call', f.oid) <> pg_temp.means(e.roles) $$, 'each procedure is called by whom it is for, and nobody else');
select is_empty($$
    select c.relname, e.roles, pg_temp.may('read', c.oid)
    from expected as e join pg_class as c on c.relnamespace = case e.what when 'view' then 'api' else 'banshi' end::regnamespace and c.relname = e.name
    where e.what <> 'call' and pg_temp.may('read', c.oid) <> pg_temp.means(e.roles) $$, 'each view and table is read by whom it is for, and nobody else');
select is_empty($$
    select e.what, e.name
    from expected as e
    where not exists (select from pg_proc as f where f.pronamespace = 'api'::regnamespace and f.proname = e.name and e.what = 'call')
      and not exists (select from pg_class as c where c.relnamespace = case e.what when 'view' then 'api' else 'banshi' end::regnamespace and c.relname = e.name and e.what <> 'call') $$,
    'all of them are there');
select is_empty($$
    select f.proname from pg_proc as f where f.pronamespace = 'api'::regnamespace and not exists (select from expected as e where e.what = 'call' and e.name = f.proname)
    union all
    select c.relname from pg_class as c where c.relnamespace = 'api'::regnamespace and c.relkind = 'v' and pg_temp.may('read', c.oid) <> '' and not exists (select from expected as e where e.what = 'view' and e.name = c.relname) $$,
    'and there are no others');
-- what is personal, or what a plan was made from, is read through procedures
select is_empty($$
    select t.name, c
    from (values
    ('case', 'address agent_id_number agent_phone delivery_note email id_number phone'),
    ('document', 'content said'),
    ('roster_duty', 'draft why'),
    ('ticket_private', 'phone')
        ) as t (name, columns), unnest(regexp_split_to_array(columns, '\s+')) as c
    where exists (select from unnest(array['clerk', 'lead', 'supervisor', 'admin', 'kiosk', 'board', 'notifier']) as r where has_column_privilege('banshi_' || r, 'banshi.' || t.name, c, 'select')) $$,
    'nobody reads these columns');
select * from finish();
rollback;
