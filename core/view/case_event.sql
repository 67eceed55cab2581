-- SPDX-License-Identifier: MIT
-- The history of cases.
-- after: counter_label
create view api.case_event with (security_invoker = true) as
select e.subject as case_id,
       e.id,
       e.at,
       e.kind,
       coalesce(s.name, '') as staff_name,
       coalesce(l.label, '') as counter_label,
       concat_ws(' · ', nullif(e.detail, ''), n.text) as detail
from banshi.event as e
left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
left join banshi.staff as s on s.centre = e.centre and s.id = e.staff
left join api.counter_label as l on l.centre = e.centre and l.counter = e.counter
where e.centre = (select rule.my_centre())
  and e.concept = 'case';
comment on view api.case_event is 'History of cases';
grant select on api.case_event to banshi_clerk;
