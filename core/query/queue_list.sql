-- SPDX-License-Identifier: MIT
-- All queues by their codes.
select *
from api.queue
order by length(code), code
