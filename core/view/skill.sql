-- SPDX-License-Identifier: MIT
-- Queues that somebody can serve: a shape without rows, which api.skill_list fills.
create view api.skill with (security_invoker = true) as
select null::bigint as staff,
       null::text as login,
       null::text as staff_name,
       null::text as queue,
       null::text as queue_name,
       null::boolean as given
where false;
comment on view api.skill is 'Shape of the queues that somebody can serve';
comment on column api.skill.given is 'Said of the person, not following from where they work';
