-- SPDX-License-Identifier: MIT
-- Absences that are not over.
select *
from api.absence
where last >= rule.today(rule.my_centre())
order by first, staff, id
