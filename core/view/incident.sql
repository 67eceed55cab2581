-- SPDX-License-Identifier: MIT
-- Incidents at counters: who reported them, and what was done.
-- after: counter_label
create view api.incident with (security_invoker = true) as
select i.id,
       i.day,
       i.counter,
       l.label as counter_label,
       i.ticket,
       s.name as staff_name,
       i.text,
       i.reported_at,
       coalesce(f.name, '') as followed_by,
       i.followed_at,
       i.follow_up,
       i.closed_at
from banshi.incident as i
join banshi.staff as s on s.centre = i.centre and s.id = i.staff
left join banshi.staff as f on f.centre = i.centre and f.id = i.followed_by
join api.counter_label as l on l.centre = i.centre and l.counter = i.counter
where i.centre = (select rule.my_centre());
comment on view api.incident is 'Incidents at counters (norm 2.5)';
grant select on api.incident to banshi_clerk;
