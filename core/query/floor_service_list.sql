-- SPDX-License-Identifier: MIT
-- All queues, and how counter $1 serves them.
select q.id,
       q.code,
       q.name,
       qc.counter is not null as served,
       coalesce(extract(epoch from qc.lag)::bigint / 60, 0) as lag
from banshi.queue as q
left join banshi.queue_counter as qc on qc.centre = q.centre and qc.queue = q.id and qc.counter = $1::bigint
where q.centre = rule.my_centre()
order by length(q.code), q.code
