-- SPDX-License-Identifier: MIT
-- What to say at each step.
create view api.phrase with (security_invoker = true) as
select p.id, p.step, p.text, p.position
from banshi.phrase as p
where p.centre = (select rule.my_centre());
comment on view api.phrase is 'Phrases for the clerk';
grant select on api.phrase to banshi_clerk;
