-- SPDX-License-Identifier: MIT
-- The numbers that the session's counter holds.
select *
from api.ticket
where day = banshi.today(banshi.my_centre())
  and counter = banshi.my_counter()
  and state = 'held'
order by id
