-- SPDX-License-Identifier: MIT
-- The queues that a lead (those of the own department or its counters) or a supervisor (all) watches over.
-- after: counter_label
create view api.floor_queue with (security_invoker = true) as
with me as materialized (
    select m.centre, m as actor, rule.my_day() as day
    from rule.me() as m
),
line as materialized ( -- in two parts, an index each
    select w.queue, count(*) as people, min(w.issued_at) as oldest_at
    from (select t.queue, t.issued_at
          from banshi.ticket as t
          where t.centre = (select centre from me)
            and t.day = (select day from me)
            and t.state = 'waiting'
            and t.target is null
          union all
          select t.queue, t.issued_at
          from banshi.ticket as t
          where t.centre = (select centre from me)
            and t.day = (select day from me)
            and t.state = 'waiting'
            and t.target is not null) as w
    group by w.queue
),
served as materialized (
    select qc.queue,
           count(*) filter (where c.state = 'open') as open,
           count(*) filter (where c.state = 'paused') as paused,
           bool_or(rule.oversees(me.actor, c.department)) as ours,
           string_agg(l.label, '、' order by qc.lag, c.position, c.id) as counters
    from me
    join banshi.queue_counter as qc on qc.centre = me.centre
    join banshi.counter as c on c.centre = qc.centre and c.id = qc.counter
    join api.counter_label as l on l.centre = c.centre and l.counter = c.id
    group by qc.queue
)
select q.id,
       q.code,
       q.name,
       coalesce(l.people, 0) as waiting,
       l.oldest_at,
       coalesce(v.open, 0) as open,
       coalesce(v.paused, 0) as paused,
       coalesce(v.counters, '') as counters,
       z.wait_warn,
       z.wait_limit
from me
join banshi.centre as z on z.id = me.centre
join banshi.queue as q on q.centre = me.centre
left join line as l on l.queue = q.id
left join served as v on v.queue = q.id
where rule.oversees(me.actor, q.department)
   or v.ours;
comment on view api.floor_queue is 'Queues as their lead or a supervisor watches them';
grant select on api.floor_queue to banshi_lead;
