-- SPDX-License-Identifier: MIT
-- The number in hand at the session's counter.
select *
from api.ticket
where day = banshi.today(banshi.my_centre())
  and counter = banshi.my_counter()
  and state in ('called', 'serving')
