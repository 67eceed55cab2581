-- SPDX-License-Identifier: MIT
-- The counters that a lead (of the own department) or a supervisor (all) watches over. idle_since: since when a counter that
-- is open and serves nobody has called nobody although it could have (norm 1.4); it may lie ahead where a counter only helps
-- out after a while. The rest is worked out a counter at a time: who asks for one pays for one.
-- after: counter_label
create view api.floor_counter with (security_invoker = true) as
with me as materialized (
    select m.centre, m as actor, rule.my_day() as day
    from rule.me() as m
),
line as materialized ( -- who waits in each queue: several counters serve it
    select t.queue, count(*) as people, min(coalesce(t.waiting_at, t.issued_at)) as since
    from banshi.ticket as t
    where t.centre = (select centre from me)
      and t.day = (select day from me)
      and t.state = 'waiting'
      and t.target is null
    group by t.queue
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
       coalesce(v.people, 0) + w.people as waiting,
       case when c.state = 'open' and t.state is distinct from 'serving' and num_nonnulls(v.since, w.since) > 0
            then greatest(least(v.since, w.since), c.since, c.freed_at, o.at)
       end as idle_since,
       z.idle_minutes,
       u.messages as unread,
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
cross join lateral (select string_agg(q.code || case when qc.lag > '0'
                                                     then '+' || extract(epoch from qc.lag)::int / 60 else '' end, ' '
                                      order by qc.lag, length(q.code), q.code) as queues,
                           sum(n.people)::bigint as people,
                           min(n.since + qc.lag) as since
                    from banshi.queue_counter as qc
                    join banshi.queue as q on q.centre = qc.centre and q.id = qc.queue
                    left join line as n on n.queue = q.id
                    where qc.centre = c.centre
                      and qc.counter = c.id) as v
cross join lateral (select count(*) as people, min(coalesce(n.waiting_at, n.issued_at)) as since
                    from banshi.ticket as n -- and for the counter alone
                    where n.centre = c.centre
                      and n.day = me.day
                      and n.target = c.id
                      and n.state = 'waiting'
                      and n.target is not null) as w
cross join lateral (select max(n.at) as at -- the last thing that it did; an index each
                    from (select t.called_at as at
                          union all
                          select greatest(h.called_at, h.held_at)
                          from banshi.ticket as h
                          where h.centre = c.centre
                            and h.day = me.day
                            and h.counter = c.id
                            and h.state = 'held'
                          union all
                          select greatest(e.called_at, e.ended_at)
                          from banshi.ticket as e
                          where e.centre = c.centre
                            and e.day = me.day
                            and e.counter = c.id
                            and e.state in ('done', 'skipped', 'void')) as n) as o
cross join lateral (select count(*) as messages
                    from banshi.message as m
                    where m.centre = c.centre
                      and m.staff = c.staff
                      and m.read_at is null) as u
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
