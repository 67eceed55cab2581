-- SPDX-License-Identifier: MIT
-- Duties from $1 to $2, of everybody or ($3) the session's own.
select *
from api.roster_duty
where day between coalesce($1::date, banshi.today(banshi.my_centre())) and coalesce($2::date, banshi.today(banshi.my_centre()))
  and (not $3::boolean or published = (banshi.me()).id)
order by day, counter_label, id
