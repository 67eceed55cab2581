-- SPDX-License-Identifier: MIT
-- Requests to swap duties; mine: the session's consent or approval is waited for.
-- after: counter_label
create view api.roster_swap with (security_invoker = true) as
select w.id,
       w.state,
       w.duty,
       d.day,
       l.label as counter_label,
       w.staff,
       s.name as staff_name,
       w.colleague,
       c.name as colleague_name,
       w.other,
       o.day as other_day,
       coalesce(r.label, '') as other_label,
       w.reason,
       w.asked_at,
       case w.state
           when 'asked' then w.colleague = m.id
           when 'consented' then m.id not in (w.staff, w.colleague)
                                 and rule.oversees(m, k.department)
                                 and rule.oversees(m, coalesce(h.department, k.department))
           else false
       end as mine
from rule.me() as m
join banshi.roster_swap as w on w.centre = m.centre
join banshi.roster_duty as d on d.centre = w.centre and d.id = w.duty
join banshi.counter as k on k.centre = d.centre and k.id = d.counter
join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
join banshi.staff as s on s.centre = w.centre and s.id = w.staff
join banshi.staff as c on c.centre = w.centre and c.id = w.colleague
left join banshi.roster_duty as o on o.centre = w.centre and o.id = w.other
left join banshi.counter as h on h.centre = o.centre and h.id = o.counter
left join api.counter_label as r on r.centre = o.centre and r.counter = o.counter;
comment on view api.roster_swap is 'Requests to swap duties';
grant select on api.roster_swap to banshi_clerk;
