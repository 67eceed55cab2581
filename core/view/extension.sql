-- SPDX-License-Identifier: MIT
-- Visits after closing time: who stays for them, since when, why, and how they ended.
-- after: counter_label
create view api.extension with (security_invoker = true) as
select x.ticket as id,
       x.day,
       t.number,
       q.name as queue_name,
       coalesce(i.name, '') as item_name,
       t.state,
       coalesce(l.label, '') as counter_label,
       coalesce(s.name, '') as staff_name,
       coalesce(d.name, qd.name, '') as department,
       x.started_at,
       x.ended_at,
       rule.minutes(x.started_at, coalesce(x.ended_at, rule.now())) as minutes,
       x.reason,
       x.outcome,
       coalesce((select c.number
                 from banshi.case as c
                 where c.centre = x.centre
                   and c.ticket_day = x.day
                   and c.ticket = x.ticket
                 order by c.id desc
                 limit 1), '') as case_number,
       coalesce(r.helpers, '') as helpers,
       coalesce(r.coordinator, '') as coordinator
from banshi.extension as x
join banshi.ticket as t on t.centre = x.centre and t.day = x.day and t.id = x.ticket
join banshi.queue as q on q.centre = t.centre and q.id = t.queue
left join banshi.item as i on i.centre = t.centre and i.id = t.item
left join banshi.staff as s on s.centre = t.centre and s.id = t.staff
left join banshi.counter as k on k.centre = t.centre and k.id = coalesce(t.counter, t.target)
left join api.counter_label as l on l.centre = k.centre and l.counter = k.id
left join banshi.department as d on d.centre = k.centre and d.id = k.department
left join banshi.department as qd on qd.centre = q.centre and qd.id = q.department
left join lateral (select string_agg(distinct h.label, '、') as helpers,
                          string_agg(distinct a.name, '、') as coordinator
                   from banshi.extension_request as e
                   join banshi.staff as a on a.centre = e.centre and a.id = e.asker
                   left join api.counter_label as h on h.centre = e.centre and h.counter = e.answer_counter
                   where e.centre = x.centre
                     and e.day = x.day
                     and e.ticket = x.ticket
                     and e.state in ('agreed', 'done')) as r on true
where x.centre = (select rule.my_centre());
comment on view api.extension is 'Visits after closing time';
grant select on api.extension to banshi_clerk;
