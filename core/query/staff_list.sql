-- SPDX-License-Identifier: MIT
-- The staff one may see, department by department.
select *
from api.staff
order by department, login
