-- SPDX-License-Identifier: MIT
-- Documents issued from the day $1 to the day $2 (null: today), in the order of issue.
select r.*
from api.register as r,
     (select z.time_zone, rule.my_day() as today
      from banshi.centre as z
      where z.id = (select rule.my_centre())) as z
where r.issued_at >= coalesce($1::date, z.today)::timestamp at time zone z.time_zone
  and r.issued_at < (coalesce($2::date, $1::date, z.today) + 1)::timestamp at time zone z.time_zone
order by r.issued_at, r.id
