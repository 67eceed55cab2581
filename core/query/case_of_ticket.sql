-- SPDX-License-Identifier: MIT
-- Cases that the visit $1 of today has brought, newest first.
select v.*
from api."case" as v
join banshi.case as c on c.centre = rule.my_centre() and c.id = v.id
where c.ticket_day = rule.my_day()
  and c.ticket = $1
order by v.id desc
