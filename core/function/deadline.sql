-- SPDX-License-Identifier: MIT
create function rule.deadline(p_centre bigint, p_start date, p_n int, p_unit text,
                              out due date, out published boolean, out note text)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_left int := p_n; -- working days still to count after v_after
    v_after date := p_start;
    v_year int := extract(year from p_start);
    v_passed int;
    v_total int;
begin
    if p_start is null or p_n is null or p_n not between 0 and 3660
       or not rule.is_word('limit_unit', p_unit) then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'deadline', p_n, p_unit);
    end if;
    -- the longest period has not ended by then: 3660 working days are 3660 weeks at most
    if p_start not between '1949-01-01' and (case p_unit when 'year' then date '6339-12-31' when 'month' then '9694-12-31'
                                                         else '9929-12-31' end) then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'beyond the calendar', p_start, p_n, p_unit);
    end if;
    note := '';

    if p_unit <> 'working_day' or p_n = 0 then
        due := p_start + make_interval(days => case p_unit when 'day' then p_n else 0 end,
                                       months => case p_unit when 'month' then p_n else 0 end,
                                       years => case p_unit when 'year' then p_n else 0 end);
        v_year := extract(year from due);
        while not rule.is_working(p_centre, due) loop
            due := due + 1;
        end loop;
        foreach v_year in array array[v_year, extract(year from due)::int] loop
            if note = '' and not rule.is_published(p_centre, v_year) then
                note := v_year;
            end if;
        end loop;
        published := note = '';
        return;
    end if;

    -- one look-up in each year that the count enters
    loop
        select y.working_days,
               coalesce((select max(w.ordinal)
                         from banshi.working_day as w
                         where w.centre = y.centre
                           and w.year = y.year
                           and w.day <= v_after), 0)
        into v_total, v_passed
        from banshi.calendar_year as y
        where y.centre = p_centre
          and y.year = v_year
          and y.published;
        exit when not found;
        if v_passed + v_left <= v_total then
            select w.day into strict due
            from banshi.working_day as w
            where w.centre = p_centre
              and w.year = v_year
              and w.ordinal = v_passed + v_left;
            published := true;
            return;
        end if;
        v_left := v_left - (v_total - v_passed);
        v_after := make_date(v_year, 12, 31);
        v_year := v_year + 1;
    end loop;

    -- provisional: five days a week at least, less what other years' notices say
    select g::date into strict due
    from generate_series(v_after + interval '1 day', v_after + v_left * interval '3 days' + interval '60 days',
                         '1 day') as g
    where rule.is_working(p_centre, g::date)
    order by g
    offset v_left - 1
    limit 1;
    published := false;
    note := v_year;
end
$$;
comment on function rule.deadline is
    'Last day of a period, its first day not counted, a last day off rolled forward; published is false and note the '
    'year when it enters one whose calendar is not published: due then takes weekends alone as off';
