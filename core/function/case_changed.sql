-- SPDX-License-Identifier: MIT
create function rule.case_changed(p_centre bigint, p_case bigint) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select rule.changed(p_centre, 'case', c.id, p_counter => c.counter, p_department => i.department, p_state => c.state)
    from banshi.case as c
    join banshi.item as i on i.centre = c.centre and i.id = c.item
    where c.centre = p_centre
      and c.id = p_case
$$;
comment on function rule.case_changed is 'Tell the terminals that a case changed, and how it is now';
