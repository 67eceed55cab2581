-- SPDX-License-Identifier: MIT
-- Wording that must not reach a citizen.
create view api.forbidden with (security_invoker = true) as
select f.id, f.text, f.why, f.instead
from banshi.forbidden as f
where f.centre = (select rule.my_centre());
comment on view api.forbidden is 'Forbidden wordings';
grant select on api.forbidden to banshi_clerk;
