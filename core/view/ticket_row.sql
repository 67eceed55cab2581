-- SPDX-License-Identifier: MIT
-- Tickets without what is worked out of the line that they wait in: lists work it out once a line, not once a ticket.
-- after: counter_label
create view api.ticket_row with (security_invoker = true) as
select t.id,
       t.number,
       t.day,
       t.queue,
       q.name as queue_name,
       t.state,
       t.purpose,
       t.priority,
       p.name as priority_name,
       coalesce(x.proof, '') as proof,
       t.item,
       coalesce(i.name, '') as item_name,
       coalesce(x.phone_masked, '') as phone,
       coalesce(t.counter, t.target) as counter,
       coalesce(l.label, '') as counter_label,
       t.staff,
       coalesce(s.name, '') as staff_name,
       coalesce(x.reason, '') as reason,
       t.calls,
       t.issued_at,
       t.sort_at,
       t.target,
       t.called_at,
       t.serving_at,
       t.ended_at
from banshi.ticket as t
join banshi.queue as q on q.centre = t.centre and q.id = t.queue
join banshi.priority as p on p.centre = t.centre and p.code = t.priority
left join banshi.item as i on i.centre = t.centre and i.id = t.item
left join banshi.staff as s on s.centre = t.centre and s.id = t.staff
left join banshi.ticket_private as x on x.centre = t.centre and x.day = t.day and x.ticket = t.id
left join api.counter_label as l on l.centre = t.centre and l.counter = coalesce(t.counter, t.target)
where t.centre = (select rule.my_centre());
comment on view api.ticket_row is 'Tickets without what is worked out of the line that they wait in';
comment on column api.ticket_row.target is 'The one counter that may call it, null for any of its queue';
grant select on api.ticket_row to banshi_client;
