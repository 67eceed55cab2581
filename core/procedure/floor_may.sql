-- SPDX-License-Identifier: MIT
-- May somebody act on the counters of a department from the floor? Supervisors on all, leads on their own department's.
create or replace function banshi.floor_may(p_me banshi.staff, p_department bigint) returns boolean
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select p_me.role in ('supervisor', 'admin') or (p_me.role = 'lead' and p_department is not distinct from p_me.department)
$$;
comment on function banshi.floor_may(banshi.staff, bigint) is 'May somebody act on the counters of a department from the floor?';
revoke execute on function banshi.floor_may(banshi.staff, bigint) from public;
grant execute on function banshi.floor_may(banshi.staff, bigint) to banshi_clerk;
