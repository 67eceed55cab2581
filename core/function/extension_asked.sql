-- SPDX-License-Identifier: MIT
create function rule.extension_asked(p_request banshi.extension_request) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    return v_me.id is not null
        and v_me.centre = p_request.centre
        and (rule.oversees_counter(v_me, p_request.counter)
             or v_me.department is not distinct from p_request.department and v_me.department is not null
             or exists (select
                        from banshi.counter as c
                        where c.centre = p_request.centre
                          and c.staff = v_me.id
                          and (c.id = p_request.counter or c.department = p_request.department)));
end
$$;
comment on function rule.extension_asked is
    'May the session answer a request? Who is at the counter or in the department, its lead, a supervisor';
grant execute on function rule.extension_asked to banshi_clerk;
