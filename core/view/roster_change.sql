-- SPDX-License-Identifier: MIT
-- What a publication changed, and as version 0 what the next one would change.
-- after: roster_duty
create view api.roster_change with (security_invoker = true) as
select c.roster,
       c.version,
       d.day,
       d.counter_label,
       coalesce(b.name, '') as before,
       coalesce(a.name, '') as after
from banshi.roster_change as c
join api.roster_duty as d on d.id = c.duty
left join banshi.staff as b on b.centre = c.centre and b.id = c.before
left join banshi.staff as a on a.centre = c.centre and a.id = c.after
union all
select d.roster,
       0,
       d.day,
       d.counter_label,
       d.published_name,
       d.staff_name
from api.roster_duty as d
where d.staff is distinct from d.published;
comment on view api.roster_change is 'What a publication changed; version 0: what the next one would';
grant select on api.roster_change to banshi_clerk;
