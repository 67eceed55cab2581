-- SPDX-License-Identifier: MIT
-- Materials of an item ($1).
select *
from api.material
where item = $1
order by seq
