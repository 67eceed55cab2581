-- SPDX-License-Identifier: MIT
-- May somebody act on the counters of a department from the floor? Supervisors on all, leads on their own department's.
create function rule.floor_may(p_me rule.actor, p_department bigint) returns boolean
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select p_me.role in ('supervisor', 'admin') or (p_me.role = 'lead' and p_department is not distinct from p_me.department)
$$;
comment on function rule.floor_may is 'May somebody act on the counters of a department from the floor?';
grant execute on function rule.floor_may to banshi_clerk;
