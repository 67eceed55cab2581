-- SPDX-License-Identifier: MIT
-- The number in hand at the session's counter.
select *
from api.ticket
where day = rule.my_day()
  and counter = rule.my_counter()
  and state in ('called', 'serving')
