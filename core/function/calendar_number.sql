-- SPDX-License-Identifier: MIT
create function rule.calendar_number(p_centre bigint, p_year int) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    delete from banshi.working_day
    where centre = p_centre
      and year = p_year;
    insert into banshi.working_day (centre, year, ordinal, day)
    select p_centre, p_year, row_number() over (order by d.day), d.day
    from banshi.calendar_year as y,
         lateral (select g::date as day
                  from generate_series(make_date(p_year, 1, 1)::timestamp, make_date(p_year, 12, 31), '1 day') as g) as d
    where y.centre = p_centre
      and y.year = p_year
      and y.published
      and rule.is_working(p_centre, d.day);
    update banshi.calendar_year
    set working_days = (select count(*) from banshi.working_day where centre = p_centre and year = p_year)
    where centre = p_centre
      and year = p_year;
$$;
comment on function rule.calendar_number is 'Number the working days of a year anew after its days changed';
