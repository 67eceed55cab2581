-- SPDX-License-Identifier: MIT
-- Staff of the centre and its devices: supervisors see all, others those of their department.
create view api.staff with (security_invoker = true) as
select s.id,
       s.login,
       s.name,
       coalesce(d.name, '') as department,
       s.role,
       s.party_member,
       s.active
from banshi.staff as s
left join banshi.department as d on d.centre = s.centre and d.id = s.department
where s.centre = (select rule.my_centre())
  and exists (select
              from rule.me() as m
              where rule.at_least(m, 'supervisor')
                 or m.id = s.id
                 or m.department = s.department);
comment on view api.staff is 'Staff and devices: all for supervisors, those of the department for others';
grant select on api.staff to banshi_clerk;
