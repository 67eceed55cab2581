-- SPDX-License-Identifier: MIT
-- Take in an application and, unless it is only received, decide on it: one transaction, one number, one set of documents.
create function api.case_intake(opid uuid, intake jsonb, decision jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_case bigint := rule.operation_begin(v_me, opid, 'case_intake');
    v_today date := rule.today(v_me.centre);
    v_item banshi.item;
    v_ticket banshi.ticket;
    v_outcome text := coalesce(decision ->> 'outcome', '');
    v_helper bigint;
    v_what text; -- which value is wrong
begin
    if v_case is null then
        perform rule.case_check(intake);
        select * into v_item
        from banshi.item as i
        where i.centre = v_me.centre
          and i.id = (intake ->> 'item')::bigint
          and i.active;
        if not found then
            raise exception using errcode = 'BS003', message = 'item · ' || coalesce(intake ->> 'item', '');
        end if;
        if coalesce((intake ->> 'ticket')::bigint, 0) <> 0 then
            v_ticket := rule.ticket_in_hand(v_me, (rule.counter_mine(v_me)).id, array['called', 'serving']);
            if v_ticket.id <> (intake ->> 'ticket')::bigint then
                raise exception using errcode = 'BS004', message = v_ticket.number || ' · ' || v_ticket.state;
            end if;
        end if;
        if coalesce(intake ->> 'helper', '') <> '' then
            select s.id into v_helper
            from banshi.staff as s
            where s.centre = v_me.centre
              and s.login = intake ->> 'helper'
              and s.active;
            if not found then
                raise exception using errcode = 'BS003', message = 'helper · ' || (intake ->> 'helper');
            end if;
        elsif (intake ->> 'assistance')::boolean then
            v_helper := v_me.id;
        end if;
        begin -- a code that there is not is refused here: the server's log must not hold the row
            insert into banshi.case (centre, number, item, channel, applicant_kind, applicant_name, id_kind, id_number, phone,
                                     contact, address, agent_name, agent_id_number, agent_phone, agent_authority, assistance,
                                     helper, assistance_note, delivery, delivery_note, notice, email, note, ticket_day, ticket,
                                     counter, staff, received_at, received_on, tell_by, spellings)
            values (v_me.centre, rule.case_take_number(v_me.centre, v_item.id, v_item.code, v_today), v_item.id,
                    coalesce(nullif(intake ->> 'channel', ''), 'counter'),
                    coalesce(nullif(intake ->> 'applicant_kind', ''), 'person'),
                    rule.text_plain('applicant_name', intake ->> 'applicant_name', 100),
                    coalesce(nullif(intake ->> 'id_kind', ''), 'resident'),
                    rule.text_plain('id_number', intake ->> 'id_number', 40),
                    rule.text_plain('phone', intake ->> 'phone', 24), rule.text_plain('contact', intake ->> 'contact', 50),
                    rule.text_plain('address', intake ->> 'address', 200),
                    rule.text_plain('agent_name', intake ->> 'agent_name', 50),
                    rule.text_plain('agent_id_number', intake ->> 'agent_id_number', 40),
                    rule.text_plain('agent_phone', intake ->> 'agent_phone', 24),
                    rule.phrase_public(v_me.centre, 'agent_authority', intake ->> 'agent_authority', 200),
                    coalesce((intake ->> 'assistance')::boolean, false), v_helper,
                    rule.phrase_public(v_me.centre, 'assistance_note', intake ->> 'assistance_note', 200),
                    coalesce(nullif(intake ->> 'delivery', ''), 'pickup'),
                    rule.phrase_public(v_me.centre, 'delivery_note', intake ->> 'delivery_note', 200),
                    coalesce(nullif(intake ->> 'notice', ''), 'on_site'), rule.text_plain('email', intake ->> 'email', 100),
                    rule.text_plain('note', intake ->> 'note', 200), v_ticket.day, v_ticket.id, rule.my_counter(), v_me.id,
                    rule.now(), v_today, v_today,
                    array(select distinct left(s, n)
                          from jsonb_array_elements_text(coalesce(intake -> 'spellings', '[]')) as s,
                               generate_series(1, length(s)) as n
                          where s ~ '^[a-z0-9]{1,31}$'))
            returning id into v_case;
        exception when check_violation then
            get stacked diagnostics v_what = constraint_name;
            v_what := substring(v_what from '^case_(.*)_check$');
            raise exception using errcode = 'BS001', message = concat_ws(' · ', v_what, left(intake ->> v_what, 40));
        end;
        perform rule.case_clock(v_me.centre, v_case);
        perform rule.case_materials_put(v_me.centre, v_case, v_item.id, intake -> 'materials');
        -- a material of the item that the client did not mention has not been handed in
        insert into banshi.case_material (centre, case_id, seq, name, form, originals, copies, required, standard, state)
        select m.centre, v_case, m.seq, m.name, m.form, m.originals, m.copies, m.required, m.standard, 'missing'
        from banshi.material as m
        where m.centre = v_me.centre
          and m.item = v_item.id
        on conflict on constraint case_material_pkey do nothing;
        perform rule.record(v_me, rule.my_counter(), 'case', v_case, 'received', coalesce(v_ticket.number, ''));
        if v_outcome in ('', 'supplement') then
            perform rule.document_issue(v_me, opid, v_case, 'receipt');
        end if;
        if v_outcome <> '' then
            perform rule.case_apply(v_me, opid, v_case, decision);
        end if;
        perform rule.operation_end(v_me, opid, v_case);
        perform rule.case_changed(v_me.centre, v_case);
    end if;
    return query
    select a.*
    from banshi.document as d
    join api.document as a on a.id = d.id
    where d.centre = v_me.centre
      and d.op = opid
    order by d.id;
end
$$;
comment on function api.case_intake is 'Take in an application and decide on it; the documents issued';
grant execute on function api.case_intake to banshi_clerk;
