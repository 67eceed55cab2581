-- SPDX-License-Identifier: MIT
create function rule.is_published(p_centre bigint, p_year int) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select exists (select from banshi.calendar_year as y
                   where y.centre = p_centre
                     and y.year = p_year
                     and y.published)
$$;
comment on function rule.is_published is 'Is the calendar of a year published?';
