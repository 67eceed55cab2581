-- SPDX-License-Identifier: MIT
-- All items in force, those of the session's counter first, else in the catalogue's order.
select *
from api.item
order by mine desc, id
