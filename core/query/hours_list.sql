-- SPDX-License-Identifier: MIT
-- Opening hours: the week's, then those of days from today on.
select *
from api.hours
where day is null
   or day >= (select rule.my_day())
order by day nulls first, weekday, opens
