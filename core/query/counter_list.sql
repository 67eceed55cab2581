-- SPDX-License-Identifier: MIT
-- All counters of the centre in display order.
select c.*
from api.counter as c
join banshi.counter as b on b.centre = rule.my_centre() and b.id = c.id
order by b.position, b.id
