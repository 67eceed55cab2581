-- SPDX-License-Identifier: MIT
-- Tickets. People ahead, the estimate and the counters are worked out for those that wait.
-- after: counter_label, queue
create view api.ticket with (security_invoker = true) as
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
       coalesce(a.ahead, 0) as ahead,
       case when t.state = 'waiting'
            then coalesce(ceil(a.ahead * rule.queue_pace(t.centre, t.day, t.queue))::bigint, -1)
            else 0
       end as estimate,
       case when t.state <> 'waiting' then ''
            when t.target is not null then l.label
            else (select c.counters from api.queue as c where c.id = t.queue)
       end as counters,
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
left join lateral (select rule.ticket_ahead(t.centre, t.day, t.queue, t.target, t.sort_at, t.id) as ahead
                   where t.state = 'waiting') as a on true
left join api.counter_label as l on l.centre = t.centre and l.counter = coalesce(t.counter, t.target)
where t.centre = (select rule.my_centre());
comment on view api.ticket is 'Tickets';
comment on column api.ticket.target is 'The one counter that may call it, null for any of its queue';
grant select on api.ticket to banshi_client;
