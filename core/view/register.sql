-- SPDX-License-Identifier: MIT
-- The register of documents: what was issued, to whom, by whom. No identity or telephone numbers.
-- after: counter_label
create view api.register with (security_invoker = true) as
select d.id,
       d.issued_at,
       coalesce(c.number, '') as case_number,
       i.name as item_name,
       coalesce(c.applicant_name, d.enquirer) as applicant_name,
       d.title,
       d.number,
       case when d.state = 'issued' and w.proof is not null then 'served' else d.state end as state,
       d.prints,
       s.name as staff_name,
       coalesce(l.label, '') as counter_label
from banshi.document as d
join banshi.staff as s on s.centre = d.centre and s.id = d.staff
left join banshi.service as w on w.centre = d.centre and w.document = d.id and not w.voided
left join banshi.case as c on c.centre = d.centre and c.id = d.case_id
left join banshi.item as i on i.centre = d.centre and i.id = coalesce(c.item, d.item)
left join api.counter_label as l on l.centre = c.centre and l.counter = c.counter
where d.centre = (select rule.my_centre());
comment on view api.register is 'Documents issued, for registers';
grant select on api.register to banshi_clerk;
