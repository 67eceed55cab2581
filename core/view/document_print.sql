-- SPDX-License-Identifier: MIT
-- The printings of documents.
-- after: counter_label
create view api.document_print with (security_invoker = true) as
select p.document,
       p.n,
       p.at,
       s.name as staff_name,
       coalesce(l.label, '') as counter_label,
       p.destination
from banshi.document_print as p
join banshi.staff as s on s.centre = p.centre and s.id = p.staff
left join api.counter_label as l on l.centre = p.centre and l.counter = p.counter
where p.centre = (select rule.my_centre());
comment on view api.document_print is 'Printings of documents';
grant select on api.document_print to banshi_clerk;
