-- SPDX-License-Identifier: MIT
-- Absences that are not over.
select *
from api.absence
where last >= banshi.today(banshi.my_centre())
order by first, staff, id
