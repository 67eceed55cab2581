-- SPDX-License-Identifier: MIT
-- The lines that explain a duty: a shape without rows, which api.roster_why fills.
create view api.roster_reason with (security_invoker = true) as
select null::bigint as line,
       null::text as fact,
       null::text as value,
       null::text as detail
where false;
comment on view api.roster_reason is 'Shape of the lines that explain a duty';
