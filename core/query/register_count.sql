-- SPDX-License-Identifier: MIT
-- How many documents were issued from the day $1 to the day $2 (null: today).
select count(*) as documents
from banshi.document as d,
     (select z.id, z.time_zone, rule.my_day() as today
      from banshi.centre as z
      where z.id = (select rule.my_centre())) as z
where d.centre = z.id
  and d.issued_at >= coalesce($1::date, z.today)::timestamp at time zone z.time_zone
  and d.issued_at < (coalesce($2::date, $1::date, z.today) + 1)::timestamp at time zone z.time_zone
