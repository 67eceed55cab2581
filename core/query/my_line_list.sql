-- SPDX-License-Identifier: MIT
-- The queues that the session's counter serves now, how much later their people are called, and how fast they are.
select l.queue,
       extract(epoch from l.lag)::bigint as lag,
       coalesce(ceil(n.pace * 1000)::bigint, -1) as pace,
       n.counters
from rule.my_lines() as l,
     lateral rule.queue_now(l.queue) as n
order by l.queue
