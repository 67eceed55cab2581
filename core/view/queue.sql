-- SPDX-License-Identifier: MIT
-- Queues, what serves them, and how long a newcomer would wait.
create view api.queue with (security_invoker = true) as
select q.id,
       q.code,
       q.name,
       s.counters,
       s.open,
       w.waiting,
       w.longest,
       rule.ticket_estimate(w.waiting, s.pace) as estimate,
       s.pace
from banshi.queue as q,
     lateral rule.queue_now(q.id) as s,
     lateral (select count(*) as waiting,
                     coalesce(extract(epoch from rule.now() - min(t.issued_at))::bigint, 0) as longest
              from banshi.ticket as t
              where t.centre = q.centre
                and t.day = (select rule.my_day())
                and t.queue = q.id
                and t.state = 'waiting'
                and t.target is null) as w
where q.centre = (select rule.my_centre());
comment on view api.queue is 'Queues, what serves them, and how long a newcomer would wait';
comment on column api.queue.pace is 'Seconds that each person ahead takes, null when no counter is open';
grant select on api.queue to banshi_client;
