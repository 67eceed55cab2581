-- SPDX-License-Identifier: MIT
-- The queues one watches over, by their codes.
select *
from api.floor_queue
order by length(code), code
