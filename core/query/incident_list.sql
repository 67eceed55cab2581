-- SPDX-License-Identifier: MIT
-- Incidents of day $1 that the session may see; without a day those that are not closed, the oldest first.
select *
from api.incident
where $1::date is not null and day = $1
   or $1 is null and closed_at is null
order by id
