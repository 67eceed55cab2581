-- SPDX-License-Identifier: MIT
-- What was asked of other counters and departments, and what they answered; mine: the session may answer it.
-- after: counter_label
create view api.extension_request with (security_invoker = true) as
select r.id,
       r.day,
       r.kind,
       r.state,
       coalesce(t.number, '') as number,
       coalesce(f.label, '') as asker_counter,
       a.name as asker_name,
       coalesce(l.label, d.name) as asked,
       r.reason,
       coalesce(n.name, '') as answer_name,
       coalesce(o.label, '') as answer_counter,
       r.answer,
       r.asked_at,
       r.answered_at,
       r.done_at,
       r.state = 'asked' and rule.extension_asked(r) as mine
from banshi.extension_request as r
join banshi.staff as a on a.centre = r.centre and a.id = r.asker
left join banshi.ticket as t on t.centre = r.centre and t.day = r.day and t.id = r.ticket
left join api.counter_label as f on f.centre = r.centre and f.counter = r.asker_counter
left join api.counter_label as l on l.centre = r.centre and l.counter = r.counter
left join banshi.department as d on d.centre = r.centre and d.id = r.department
left join banshi.staff as n on n.centre = r.centre and n.id = r.answerer
left join api.counter_label as o on o.centre = r.centre and o.counter = r.answer_counter
where r.centre = (select rule.my_centre());
comment on view api.extension_request is 'Requests to stay or to take a visit over';
grant select on api.extension_request to banshi_clerk;
