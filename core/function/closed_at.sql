-- SPDX-License-Identifier: MIT
create function rule.closed_at(p_centre bigint, p_day date, p_department bigint) returns timestamptz
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select min(c.at)
            from banshi.closing as c
            where c.centre = p_centre
              and c.day = p_day
              and (c.department is null or c.department = p_department));
end
$$;
comment on function rule.closed_at is 'When a day closed for a department; null while it is open';
