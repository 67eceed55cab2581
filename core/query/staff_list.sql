-- SPDX-License-Identifier: MIT
-- All staff, department by department.
select *
from api.staff
order by department, login
