-- SPDX-License-Identifier: MIT
-- The counters one watches over, in display order.
select *
from api.floor_counter
order by position, id
