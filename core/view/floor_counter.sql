-- SPDX-License-Identifier: MIT
-- The counters that a lead (of the own department) or a supervisor (all) watches over. idle_since: since when a counter that
-- is open and serves nobody has called nobody although it could have (norm 1.4); it may lie ahead where a counter only helps
-- out after a while.
-- after: counter_label
create view api.floor_counter with (security_invoker = true) as
with me as materialized (
    select m.centre, m as actor, rule.my_day() as day
    from rule.me() as m
),
line as materialized ( -- who waits in each queue
    select t.queue, count(*) as people, min(coalesce(t.waiting_at, t.issued_at)) as since
    from banshi.ticket as t
    where t.centre = (select centre from me)
      and t.day = (select day from me)
      and t.state = 'waiting'
      and t.target is null
    group by t.queue
),
sent as materialized ( -- and for one counter alone
    select t.target, count(*) as people, min(coalesce(t.waiting_at, t.issued_at)) as since
    from banshi.ticket as t
    where t.centre = (select centre from me)
      and t.day = (select day from me)
      and t.state = 'waiting'
      and t.target is not null
    group by t.target
),
done as materialized ( -- the last thing that each counter did
    select t.counter, max(greatest(t.called_at, t.held_at, t.ended_at)) as at
    from banshi.ticket as t
    where t.centre = (select centre from me)
      and t.day = (select day from me)
      and t.counter is not null
    group by t.counter
),
served as materialized (
    select qc.counter,
           string_agg(q.code || case when qc.lag > '0' then '+' || extract(epoch from qc.lag)::int / 60 else '' end, ' '
                      order by qc.lag, length(q.code), q.code) as queues,
           sum(l.people)::bigint as people,
           min(l.since + qc.lag) as since
    from banshi.queue_counter as qc
    join banshi.queue as q on q.centre = qc.centre and q.id = qc.queue
    left join line as l on l.queue = qc.queue
    where qc.centre = (select centre from me)
    group by qc.counter
),
unread as materialized (
    select m.staff, count(*) as messages
    from banshi.message as m
    where m.centre = (select centre from me)
      and m.read_at is null
    group by m.staff
)
select c.id,
       l.label,
       c.name,
       d.name as department,
       c.zone,
       c.state,
       c.reason,
       coalesce(b.name, '') as by_name,
       c.since,
       c.staff,
       coalesce(s.login, '') as login,
       coalesce(s.name, '') as staff_name,
       coalesce(v.queues, '') as queues,
       coalesce(t.number, '') as ticket,
       coalesce(t.state, '') as ticket_state,
       case when t.state = 'serving' then t.serving_at else t.called_at end as ticket_at,
       coalesce(v.people, 0) + coalesce(w.people, 0) as waiting,
       case when c.state = 'open' and t.state is distinct from 'serving' and num_nonnulls(v.since, w.since) > 0
            then greatest(least(v.since, w.since), c.since, c.freed_at, o.at)
       end as idle_since,
       z.idle_minutes,
       coalesce(u.messages, 0) as unread,
       i.id as incident,
       i.reported_at as incident_at,
       coalesce(i.text, '') as incident_text,
       c.position
from me
join banshi.centre as z on z.id = me.centre
join banshi.counter as c on c.centre = me.centre and rule.oversees(me.actor, c.department)
join banshi.department as d on d.centre = c.centre and d.id = c.department
join api.counter_label as l on l.centre = c.centre and l.counter = c.id
left join banshi.staff as s on s.centre = c.centre and s.id = c.staff
left join banshi.staff as b on b.centre = c.centre and b.id = c.changed_by
left join banshi.ticket as t on t.centre = c.centre and t.day = me.day and t.counter = c.id and t.state in ('called', 'serving')
left join served as v on v.counter = c.id
left join sent as w on w.target = c.id
left join done as o on o.counter = c.id
left join unread as u on u.staff = c.staff
left join lateral (select i.id, i.reported_at, i.text
                   from banshi.incident as i
                   where i.centre = c.centre
                     and i.counter = c.id
                     and i.closed_at is null
                   order by i.id
                   limit 1) as i on true;
comment on view api.floor_counter is 'Counters as their lead or a supervisor watches them';
comment on column api.floor_counter.queues is 'Codes of its queues; +10: only who has waited ten minutes';
comment on column api.floor_counter.idle_since is 'Since when it calls nobody; null when nobody waits for it or it serves somebody';
comment on column api.floor_counter.incident is 'The oldest one there that is not closed (norm 2.5)';
grant select on api.floor_counter to banshi_lead;
