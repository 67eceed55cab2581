-- SPDX-License-Identifier: MIT
-- Name one day of the calendar, such as a day that the centre is shut by a flood: deadlines are computed again, and an
-- imported notice leaves it alone.
create function api.calendar_add(opid uuid, day date, working boolean, name text) returns setof api.day
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_year int := extract(year from calendar_add.day);
    v_name text;
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'calendar · ' || session_user;
    end if;
    if rule.operation_begin(v_me, opid, 'calendar_add') is null then
        v_name := rule.text_plain('name', calendar_add.name, 50);
        if calendar_add.day is null or v_year not between 1949 and 9999 then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'day', calendar_add.day);
        end if;
        if v_name = '' then
            raise exception using errcode = 'BS015', message = 'name';
        end if;
        insert into banshi.calendar_year (centre, year, published) values (v_me.centre, v_year, false)
        on conflict on constraint calendar_year_pkey do nothing;
        -- a later year's notice on this day would count instead
        delete from banshi.calendar_day as c
        where c.centre = v_me.centre
          and c.day = calendar_add.day
          and c.year > v_year;
        insert into banshi.calendar_day as c (centre, year, day, name, working, own)
        values (v_me.centre, v_year, calendar_add.day, v_name, coalesce(calendar_add.working, false), true)
        on conflict on constraint calendar_day_pkey do update
        set name = excluded.name,
            working = excluded.working,
            own = true;
        perform rule.calendar_number(v_me.centre, v_year);
        perform rule.record(v_me, rule.my_counter(), 'calendar', v_year,
                            case when calendar_add.working then 'working' else 'off' end,
                            calendar_add.day::text, v_name);
        perform rule.case_clock_all(v_me, v_year);
        perform rule.operation_end(v_me, opid, v_year);
        perform rule.changed(v_me.centre, 'calendar');
    end if;
    return query
    select *
    from api.day as d
    where d.date = calendar_add.day;
end
$$;
comment on function api.calendar_add is 'Name one day as a day off or a working day';
grant execute on function api.calendar_add to banshi_admin;
