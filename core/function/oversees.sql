-- SPDX-License-Identifier: MIT
create function rule.oversees(p_me rule.actor, p_counter bigint) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select p_me.role in ('supervisor', 'admin')
           or p_me.role = 'lead'
              and exists (select
                          from banshi.counter as c
                          where c.centre = p_me.centre
                            and c.id = p_counter
                            and c.department = p_me.department)
$$;
comment on function rule.oversees is 'Is it a counter of the lead''s department, or anybody''s for a supervisor?';
