-- SPDX-License-Identifier: MIT
-- The numbers that the session's counter holds.
select *
from api.ticket
where day = rule.my_day()
  and counter = rule.my_counter()
  and state = 'held'
order by id
