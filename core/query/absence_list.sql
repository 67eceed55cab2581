-- SPDX-License-Identifier: MIT
-- Absences that are not over.
select *
from api.absence
where last >= rule.my_day()
order by first, staff, id
