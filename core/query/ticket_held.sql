-- SPDX-License-Identifier: MIT
-- The numbers that the session's counter holds.
select *
from api.ticket
where day = rule.today(rule.my_centre())
  and counter = rule.my_counter()
  and state = 'held'
order by id
