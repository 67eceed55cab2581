-- SPDX-License-Identifier: MIT
-- Departments with counters or items in the centre.
create view api.department with (security_invoker = true) as
select d.id,
       d.name,
       d.organ,
       d.phone
from banshi.department as d
where d.centre = (select rule.my_centre());
comment on view api.department is 'Departments';
grant select on api.department to banshi_clerk;
