-- SPDX-License-Identifier: MIT
-- What a plan is made from: a shape without rows, which api.roster_input fills.
create view api.roster_input with (security_invoker = true) as
select null::jsonb as input
where false;
comment on view api.roster_input is 'Shape of what a plan is made from';
