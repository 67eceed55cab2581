-- SPDX-License-Identifier: MIT
-- The queues that a lead (those of the own department or its counters) or a supervisor (all) watches over. What is worked out is
-- worked out a queue at a time: who asks for one pays for one.
-- after: counter_label
create view api.floor_queue with (security_invoker = true) as
with me as materialized (
    select m.centre, m as actor, rule.my_day() as day
    from rule.me() as m
)
select q.id,
       q.code,
       q.name,
       l.people as waiting,
       l.oldest_at,
       v.open,
       v.paused,
       coalesce(v.counters, '') as counters,
       z.wait_warn,
       z.wait_limit
from me
join banshi.centre as z on z.id = me.centre
join banshi.queue as q on q.centre = me.centre
cross join lateral (select count(*) as people, min(w.issued_at) as oldest_at
                    from (select t.issued_at -- in two parts, an index each
                          from banshi.ticket as t
                          where t.centre = q.centre
                            and t.day = me.day
                            and t.queue = q.id
                            and t.state = 'waiting'
                            and t.target is null
                          union all
                          select t.issued_at
                          from banshi.ticket as t
                          where t.centre = q.centre
                            and t.day = me.day
                            and t.queue = q.id
                            and t.state = 'waiting'
                            and t.target is not null) as w) as l
cross join lateral (select count(*) filter (where c.state = 'open') as open,
                           count(*) filter (where c.state = 'paused') as paused,
                           bool_or(rule.oversees(me.actor, c.department)) as ours,
                           string_agg(l.label, '、' order by qc.lag, c.position, c.id) as counters
                    from banshi.queue_counter as qc
                    join banshi.counter as c on c.centre = qc.centre and c.id = qc.counter
                    join api.counter_label as l on l.centre = c.centre and l.counter = c.id
                    where qc.centre = q.centre
                      and qc.queue = q.id) as v
where rule.oversees(me.actor, q.department)
   or v.ours;
comment on view api.floor_queue is 'Queues as their lead or a supervisor watches them';
grant select on api.floor_queue to banshi_lead;
