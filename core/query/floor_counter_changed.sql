-- SPDX-License-Identifier: MIT
-- Of these counters ($1) those that one watches over.
select *
from api.floor_counter
where id = any ($1::bigint[])
order by id
