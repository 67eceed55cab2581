-- SPDX-License-Identifier: MIT
-- Staff of the centre and its devices.
create view api.staff with (security_invoker = true) as
select s.id,
       s.login,
       s.name,
       coalesce(d.name, '') as department,
       s.role,
       s.party_member,
       s.active
from banshi.staff as s
left join banshi.department as d on d.centre = s.centre and d.id = s.department;
comment on view api.staff is 'Staff and devices';
grant select on api.staff to banshi_clerk;
