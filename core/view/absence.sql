-- SPDX-License-Identifier: MIT
-- Absences: a clerk's own, a lead's all.
create view api.absence with (security_invoker = true) as
select a.id,
       a.staff,
       s.login,
       s.name as staff_name,
       a.kind,
       a.first,
       a.last,
       a.weekday,
       a.note
from banshi.absence as a
join banshi.staff as s on s.centre = a.centre and s.id = a.staff;
comment on view api.absence is 'Absences';
grant select on api.absence to banshi_clerk;
