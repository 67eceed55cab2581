-- SPDX-License-Identifier: MIT
-- Working days after one day up to another, counted in published years by their numbered days.
create function rule.working_days(p_centre bigint, p_after date, p_until date) returns bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_days bigint;
begin
    if p_until < p_after then
        return -rule.working_days(p_centre, p_until, p_after);
    end if;
    select count(*) into v_days
    from banshi.working_day as w
    where w.centre = p_centre
      and w.day > p_after
      and w.day <= p_until;
    for v_year in extract(year from p_after + 1)::int..extract(year from p_until)::int loop
        if not rule.is_published(p_centre, v_year) then
            v_days := v_days + (select count(*)
                                from generate_series(greatest(p_after + 1, make_date(v_year, 1, 1))::timestamp,
                                                     least(p_until, make_date(v_year, 12, 31)), '1 day') as g
                                where rule.is_working(p_centre, g::date));
        end if;
    end loop;
    return v_days;
end
$$;
comment on function rule.working_days is
    'Working days after one day up to another, negative backwards; in a year that is not published, Monday to Friday';
