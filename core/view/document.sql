-- SPDX-License-Identifier: MIT
-- Documents for lists; the content is personal data and comes from api.document_show.
create view api.document with (security_invoker = true) as
select d.id,
       d.case_id,
       coalesce(c.number, i.code) as case_number,
       d.kind,
       d.title,
       d.number,
       case when d.state = 'issued' and w.proof is not null then 'served' else d.state end as state,
       '' as content,
       d.hash,
       s.name as staff_name,
       d.copies,
       d.prints,
       d.issued_at,
       d.void_reason,
       coalesce(v.number, '') as voids,
       w.at as served_at,
       coalesce(w.recipient, '') as served_to
from banshi.document as d
left join banshi.case as c on c.centre = d.centre and c.id = d.case_id
left join banshi.item as i on i.centre = d.centre and i.id = d.item
left join banshi.document as v on v.centre = d.centre and v.id = d.voids
left join banshi.service as w on w.centre = d.centre and w.document = d.id and not w.voided
join banshi.staff as s on s.centre = d.centre and s.id = d.staff
where d.centre = (select rule.my_centre());
comment on view api.document is 'Documents without their content';
grant select on api.document to banshi_clerk;
