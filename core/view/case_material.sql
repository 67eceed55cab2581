-- SPDX-License-Identifier: MIT
-- Materials of cases.
create view api.case_material with (security_invoker = true) as
select m.case_id, m.seq, m.name, m.form, m.originals, m.copies, m.required, m.standard, m.state, m.note
from banshi.case_material as m
where m.centre = (select rule.my_centre());
comment on view api.case_material is 'Materials of cases';
grant select on api.case_material to banshi_clerk;
