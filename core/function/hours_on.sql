-- SPDX-License-Identifier: MIT
create function rule.hours_on(p_centre bigint, p_day date)
    returns table (session text, opens timestamptz, closes timestamptz)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_zone text := (select c.time_zone from banshi.centre as c where c.id = p_centre);
    v_weekday int := extract(isodow from p_day);
begin
    if exists (select from banshi.hours as h where h.centre = p_centre and h.day = p_day) then
        return query
        select h.session, (p_day + h.opens) at time zone v_zone, (p_day + h.closes) at time zone v_zone
        from banshi.hours as h
        where h.centre = p_centre
          and h.day = p_day
          and h.session <> 'closed'
        order by h.opens;
        return;
    end if;
    if rule.is_working(p_centre, p_day) then
        -- a weekend day that is worked has the hours of a Monday unless it has hours of its own
        if not exists (select from banshi.hours as h where h.centre = p_centre and h.weekday = v_weekday) then
            v_weekday := 1;
        end if;
    elsif v_weekday < 6 or exists (select from banshi.calendar_day as d
                                   where d.centre = p_centre
                                     and d.day = p_day
                                     and not d.working) then
        return; -- a holiday
    end if;
    return query
    select h.session, (p_day + h.opens) at time zone v_zone, (p_day + h.closes) at time zone v_zone
    from banshi.hours as h
    where h.centre = p_centre
      and h.weekday = v_weekday
    order by h.opens;
end
$$;
comment on function rule.hours_on is 'Sessions of a day, by its own hours, the working-day calendar and its weekday';
