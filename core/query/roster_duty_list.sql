-- SPDX-License-Identifier: MIT
-- Duties from $1 to $2, of everybody or ($3) the session's own.
select * -- the bounds are worked out once, not once a duty
from api.roster_duty
where day between (select coalesce($1::date, rule.my_day()))
              and (select coalesce($2::date, rule.my_day()))
  and (not $3::boolean or published = (select (rule.me()).id))
order by day, counter_label, id
