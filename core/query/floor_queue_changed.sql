-- SPDX-License-Identifier: MIT
-- Of these queues ($1) those that one watches over.
select *
from api.floor_queue
where id = any ($1::bigint[])
order by id
