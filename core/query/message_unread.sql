-- SPDX-License-Identifier: MIT
-- Messages to the session that it has not acknowledged, the oldest first.
select m.*
from banshi.message as u
join api.message as m on m.id = u.id
where u.centre = rule.my_centre()
  and u.staff = (rule.me()).id
  and u.read_at is null
order by u.id
