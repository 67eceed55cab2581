-- SPDX-License-Identifier: MIT
-- Requests to swap duties.
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
       coalesce(m.label, '') as other_label,
       w.reason,
       w.asked_at
from banshi.roster_swap as w
join banshi.roster_duty as d on d.centre = w.centre and d.id = w.duty
join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
join banshi.staff as s on s.centre = w.centre and s.id = w.staff
join banshi.staff as c on c.centre = w.centre and c.id = w.colleague
left join banshi.roster_duty as o on o.centre = w.centre and o.id = w.other
left join api.counter_label as m on m.centre = o.centre and m.counter = o.counter;
comment on view api.roster_swap is 'Requests to swap duties';
grant select on api.roster_swap to banshi_clerk;
