-- SPDX-License-Identifier: MIT
-- The queues that the session's counter serves now, with their lags in seconds.
select l.queue,
       extract(epoch from l.lag)::bigint as lag
from rule.my_lines() as l
order by l.queue
