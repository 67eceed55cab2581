-- SPDX-License-Identifier: MIT
create function rule.is_working(p_centre bigint, p_day date) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce((select d.working
                     from banshi.calendar_day as d
                     where d.centre = p_centre
                       and d.day = p_day
                     order by d.year desc
                     limit 1),
                    extract(isodow from p_day) < 6)
$$;
comment on function rule.is_working is 'Is it a working day; in a year that is not published, Monday to Friday';
