-- SPDX-License-Identifier: MIT
-- One item by id ($1) or, with none, by code ($2).
select *
from api.item
where id = $1::bigint
   or ($1::bigint is null and code = $2)
