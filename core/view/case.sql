-- SPDX-License-Identifier: MIT
-- Cases for lists: identity and telephone numbers masked, addresses left out; api.case_show has them.
-- after: counter_label
create view api."case" with (security_invoker = true) as
select c.id,
       c.number,
       c.state,
       c.item,
       i.code as item_code,
       i.name as item_name,
       d.name as department,
       c.channel,
       c.applicant_kind,
       c.applicant_name,
       c.id_kind,
       c.id_number_masked as id_number,
       c.phone_masked as phone,
       c.contact,
       '' as address,
       c.agent_name,
       '' as agent_id_number,
       '' as agent_phone,
       c.agent_authority,
       c.assistance,
       coalesce(h.name, '') as helper_name,
       c.assistance_note,
       c.delivery,
       '' as delivery_note,
       c.notice,
       '' as email,
       c.note,
       coalesce(t.number, '') as ticket,
       coalesce(l.label, '') as counter_label,
       s.name as staff_name,
       c.reason,
       c.organ,
       c.received_at,
       c.decided_at,
       c.accepted_on,
       c.tell_by,
       c.supplement_by,
       c.statutory_due,
       c.promised_due,
       c.due_published,
       c.deemed,
       c.resume_by,
       c.result,
       c.finished_on,
       c.deliver_by,
       c.delivered_on,
       c.delivered_by
from banshi.case as c
join banshi.item as i on i.centre = c.centre and i.id = c.item
join banshi.department as d on d.centre = i.centre and d.id = i.department
join banshi.staff as s on s.centre = c.centre and s.id = c.staff
left join banshi.staff as h on h.centre = c.centre and h.id = c.helper
left join banshi.ticket as t on t.centre = c.centre and t.day = c.ticket_day and t.id = c.ticket
left join api.counter_label as l on l.centre = c.centre and l.counter = c.counter
where c.centre = (select rule.my_centre());
comment on view api."case" is 'Cases, personal data masked';
grant select on api."case" to banshi_clerk;
