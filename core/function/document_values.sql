-- SPDX-License-Identifier: MIT
-- What layouts can name: values (texts), conditions (true or false) and lists (see rule.document_list), for a case, an item, a
-- ticket, each null or as it is now. p_extra is what only this document says; it turns no value into a condition. All names are
-- always there, so that a layout can be checked without a case.
create function rule.document_values(p_me rule.actor, p_case bigint, p_item bigint, p_ticket bigint,
                                                p_extra jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v jsonb;
begin
    select jsonb_build_object(
        'applicant.name', coalesce(c.applicant_name, ''),
        'applicant.id', coalesce(rule.word_said('id_kind', c.id_kind) || ' ' || c.id_number, ''),
        'applicant.contact', coalesce(nullif(c.contact, ''), nullif(c.agent_name, ''), c.applicant_name, ''),
        'applicant.phone', coalesce(c.phone, ''),
        'agent.name', coalesce(c.agent_name, ''),
        'agent.id', coalesce(c.agent_id_number, ''),
        'agent.phone', coalesce(c.agent_phone, ''),
        'agent.authority', coalesce(c.agent_authority, ''),
        'item.name', coalesce(i.name, ''),
        'item.code', coalesce(i.code, ''),
        'item.department', coalesce(d.name, ''),
        'item.conditions', coalesce(i.conditions, ''),
        'item.legal_basis', coalesce(i.legal_basis, ''),
        'item.statutory', coalesce(i.statutory || rule.word_said('limit_unit', i.statutory_unit), ''),
        'item.promised', coalesce(i.promised || rule.word_said('limit_unit', i.promised_unit), ''),
        'item.free', coalesce(i.fee = 0, false),
        'item.fee', case when i.fee > 0 then to_char(i.fee / 100.0, 'FM999999990.00') else '' end,
        'item.fee_basis', coalesce(i.fee_basis, ''),
        'case.number', coalesce(c.number, ''),
        'case.received_on', rule.document_day(c.received_on),
        'case.tell_by', rule.document_day(c.tell_by),
        'case.accepted_on', rule.document_day(c.accepted_on),
        'case.supplement_by', rule.document_day(c.supplement_by),
        'case.statutory_due', rule.document_day(c.statutory_due),
        'case.promised_due', rule.document_day(c.promised_due),
        'case.deemed', coalesce(c.deemed, false),
        'case.provisional', coalesce(not c.due_published, false),
        'case.without_limit', coalesce(c.due_published, false) and c.accepted_on is not null
                              and coalesce(c.statutory_due, c.promised_due) is null,
        'case.assistance', coalesce(c.assistance, false),
        'case.helper', coalesce(h.name, ''),
        'delivery', coalesce(rule.word_said('case_delivery', c.delivery), ''),
        'delivery.note', coalesce(c.delivery_note, ''),
        'assistance.helper', coalesce(h.name, p_me.name),
        'assistance.note', coalesce(c.assistance_note, ''),
        'reason', coalesce(c.reason, ''),
        'basis', coalesce(nullif(c.basis, ''), i.legal_basis, ''),
        'organ', coalesce(c.organ, ''),
        'staff.name', coalesce(p_me.name, ''),
        'centre.name', z.name,
        'centre.organ', coalesce(nullif(d.organ, ''), z.organ),
        'centre.phone', coalesce(nullif(d.phone, ''), z.phone),
        'centre.address', z.address,
        'centre.review_body', z.review_body,
        'centre.court', z.court,
        'today', rule.document_day(rule.today(z.id)))
    || jsonb_build_object(
        'special.from', rule.document_day(rule.today(z.id)),
        'service.server', coalesce(p_me.name, ''),
        'ticket.number', coalesce(t.number, ''),
        'ticket.queue', coalesce(t.queue_name, ''),
        'ticket.priority', case when t.priority = 'ordinary' then '' else coalesce(t.priority_name, '') end,
        'ticket.people', coalesce(t.ahead::text, ''),
        'ticket.minutes', case when t.estimate > 0 then ceil(t.estimate / 60.0)::text else '' end,
        'ticket.counters', coalesce(t.counters, ''),
        'ticket.issued_at', coalesce(to_char(t.issued_at at time zone z.time_zone, 'YYYY-MM-DD HH24:MI'), ''))
    -- what only p_extra says, and what is looked up for the layouts that have it
    || '{"number": "", "authority.period": "", "assistance.result": "", "tolerance.by": "",
         "special.kind": "", "special.reason": "", "special.days": "",
         "prolongation.days": "", "prolongation.reason": "", "prolongation.approver": "", "prolongation.due": "",
         "prolongation.provisional": false,
         "service.document": "", "service.recipient": "", "service.relation": "", "service.at": "", "service.place": "",
         "service.mode": "", "service.witness": "", "service.note": "",
         "voucher.number": "", "voucher.slot": "", "voucher.id": "",
         "roster.kinds": "", "roster.person": "", "roster.first": "", "roster.last": "", "roster.draft": false,
         "roster.monday": "", "roster.tuesday": "", "roster.wednesday": "", "roster.thursday": "", "roster.friday": "",
         "roster.saturday": "", "roster.sunday": "", "register.first": "", "register.last": "",
         "hours.closed": false, "hours.lunch": false, "hours.opens": "", "hours.resumes": "",
         "received": [], "wanted": [], "materials": [], "documents": [], "duties": [], "counters": []}'
    into v
    from banshi.centre as z
    left join banshi.case as c on c.centre = z.id and c.id = p_case
    left join api.ticket as t on t.id = p_ticket and t.day = rule.today(z.id)
    left join banshi.item as i on i.centre = z.id and i.id = coalesce(c.item, p_item, t.item)
    left join banshi.department as d on d.centre = i.centre and d.id = i.department
    left join banshi.staff as h on h.centre = c.centre and h.id = c.helper
    where z.id = p_me.centre;
    return v || coalesce((select jsonb_object_agg(e.key, e.value)
                          from jsonb_each(p_extra) as e
                          where not v ? e.key
                             or jsonb_typeof(e.value) = jsonb_typeof(v -> e.key)), '{}');
end
$$;
comment on function rule.document_values is 'What layouts can name: values, conditions and lists';
