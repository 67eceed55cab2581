-- SPDX-License-Identifier: MIT
create function rule.actor_of(p_staff banshi.staff) returns rule.actor
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select row(p_staff.centre, p_staff.id, p_staff.login, p_staff.name, p_staff.department, p_staff.role,
               p_staff.party_member)::rule.actor
$$;
comment on function rule.actor_of is 'A member of staff as one who acts';
