-- SPDX-License-Identifier: MIT
-- Forms of materials, without their text and content. One whose material is no longer asked for has the number 0.
create view api.material_form with (security_invoker = true) as
select f.id,
       f.item,
       coalesce(m.seq, 0) as seq,
       f.material,
       f.kind,
       f.name,
       f.type,
       f.size,
       f.hash,
       f.text <> '' as readable,
       s.name as staff_name,
       f.at
from banshi.material_form as f
join banshi.staff as s on s.centre = f.centre and s.id = f.staff
left join lateral (select min(x.seq) as seq
                   from banshi.material as x
                   where x.centre = f.centre and x.item = f.item and x.name = f.material) as m on true
where f.centre = (select rule.my_centre());
comment on view api.material_form is 'Blank and sample forms of materials';
grant select on api.material_form to banshi_clerk;
