-- SPDX-License-Identifier: MIT
-- Counters, who is at them, and how many people wait for them; with the queues that they cover on duty.
-- after: counter_label
create view api.counter with (security_invoker = true) as
select c.id,
       c.number,
       c.name,
       d.name as department,
       l.label,
       c.state,
       c.reason,
       c.since,
       c.staff,
       coalesce(s.name, '') as staff_name,
       coalesce(g.queues, '') as queues,
       coalesce(t.number, '') as ticket,
       coalesce(g.waiting, 0) + (select count(*)
                                 from banshi.ticket as w
                                 where w.centre = c.centre
                                   and w.day = (select rule.my_day())
                                   and w.target = c.id
                                   and w.state = 'waiting'
                                   and w.target is not null) as waiting
from banshi.counter as c
join banshi.department as d on d.centre = c.centre and d.id = c.department
join api.counter_label as l on l.centre = c.centre and l.counter = c.id
left join banshi.staff as s on s.centre = c.centre and s.id = c.staff
left join banshi.ticket as t on t.centre = c.centre and t.day = (select rule.my_day())
     and t.counter = c.id and t.state in ('called', 'serving')
left join (select qc.centre,
                  qc.counter,
                  string_agg(q.name, '、' order by qc.lag, q.code) as queues,
                  sum(w.people)::bigint as waiting
           from (select w.centre, w.counter, w.queue, w.lag
                 from banshi.queue_counter as w
                 where w.centre = (select rule.my_centre())
                 union all
                 select (select rule.my_centre()), d.counter, d.queue, interval '0'
                 from rule.my_cover() as d
                 where not exists (select from banshi.queue_counter as w
                                   where w.centre = (select rule.my_centre())
                                     and w.counter = d.counter
                                     and w.queue = d.queue)) as qc
           join banshi.queue as q on q.centre = qc.centre and q.id = qc.queue
           left join (select w.centre,
                             w.queue,
                             count(*) as people
                      from banshi.ticket as w
                      where w.centre = (select rule.my_centre())
                        and w.day = (select rule.my_day())
                        and w.state = 'waiting'
                        and w.target is null
                      group by w.centre, w.queue) as w on w.centre = qc.centre and w.queue = qc.queue
           group by qc.centre, qc.counter) as g on g.centre = c.centre and g.counter = c.id
where c.centre = (select rule.my_centre());
comment on view api.counter is 'Counters, who is at them, and how many people wait for them';
grant select on api.counter to banshi_client;
