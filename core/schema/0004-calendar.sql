-- SPDX-License-Identifier: MIT
-- The working-day calendar and deadlines (Administrative Licensing Law art. 82, Civil Code art. 201–203).

create table banshi.calendar_year (
    centre bigint not null,
    year int not null,
    published boolean not null,
    papers text[] not null default '{}',
    working_days int not null default 0,
    constraint calendar_year_pkey primary key (centre, year),
    constraint calendar_year_centre_fkey foreign key (centre) references banshi.centre,
    constraint calendar_year_year_check check (year between 1949 and 9999)
);
comment on table banshi.calendar_year is 'Years of the working-day calendar; a year without a row is not published either';
comment on column banshi.calendar_year.centre is 'Centre';
comment on column banshi.calendar_year.year is 'Year';
comment on column banshi.calendar_year.published is 'False: the State Council has not published it yet';
comment on column banshi.calendar_year.papers is 'Where it was published';
comment on column banshi.calendar_year.working_days is 'Number of its working days';

create table banshi.calendar_day (
    centre bigint not null,
    year int not null,
    day date not null,
    name text not null,
    working boolean not null,
    constraint calendar_day_pkey primary key (centre, day, year),
    constraint calendar_day_year_fkey foreign key (centre, year) references banshi.calendar_year,
    constraint calendar_day_year_check check (year - extract(year from day) between 0 and 1)
);
comment on table banshi.calendar_day is 'Exceptions from Monday to Friday; of two years'' notices on one day the later counts';
comment on column banshi.calendar_day.centre is 'Centre';
comment on column banshi.calendar_day.year is 'Year of the notice, which can name days of the December before';
comment on column banshi.calendar_day.day is 'Day';
comment on column banshi.calendar_day.name is 'Holiday';
comment on column banshi.calendar_day.working is 'True: a weekend day worked; false: a day off';

create table banshi.working_day (
    centre bigint not null,
    year int not null,
    ordinal int not null,
    day date not null,
    constraint working_day_pkey primary key (centre, year, ordinal),
    constraint working_day_year_fkey foreign key (centre, year) references banshi.calendar_year,
    constraint working_day_day_key unique (centre, day)
);
comment on table banshi.working_day is 'Working days of published years, numbered, so that counting on is looking up';
comment on column banshi.working_day.centre is 'Centre';
comment on column banshi.working_day.year is 'Year of the day';
comment on column banshi.working_day.ordinal is 'Number within the year, from 1';
comment on column banshi.working_day.day is 'Day';

create function banshi.is_working(p_centre bigint, p_day date) returns boolean
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
comment on function banshi.is_working(bigint, date) is
    'Is it a working day; in a year that is not published, Monday to Friday';

create function banshi.calendar_number(p_centre bigint, p_year int) returns void
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
      and banshi.is_working(p_centre, d.day);
    update banshi.calendar_year
    set working_days = (select count(*) from banshi.working_day where centre = p_centre and year = p_year)
    where centre = p_centre
      and year = p_year;
$$;
comment on function banshi.calendar_number(bigint, int) is 'Number the working days of a year anew after its days changed';

create function banshi.is_published(p_centre bigint, p_year int) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select exists (select from banshi.calendar_year as y
                   where y.centre = p_centre
                     and y.year = p_year
                     and y.published)
$$;
comment on function banshi.is_published(bigint, int) is 'Is the calendar of a year published?';

create function banshi.deadline(p_centre bigint, p_start date, p_n int, p_unit text,
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
       or p_unit is null or p_unit not in ('day', 'working_day', 'month', 'year') then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'deadline', p_n, p_unit);
    end if;
    note := '';

    if p_unit <> 'working_day' or p_n = 0 then
        due := p_start + make_interval(days => case p_unit when 'day' then p_n else 0 end,
                                       months => case p_unit when 'month' then p_n else 0 end,
                                       years => case p_unit when 'year' then p_n else 0 end);
        v_year := extract(year from due);
        while not banshi.is_working(p_centre, due) loop
            due := due + 1;
        end loop;
        foreach v_year in array array[v_year, extract(year from due)::int] loop
            if note = '' and not banshi.is_published(p_centre, v_year) then
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
    where banshi.is_working(p_centre, g::date)
    order by g
    offset v_left - 1
    limit 1;
    published := false;
    note := v_year;
end
$$;
comment on function banshi.deadline(bigint, date, int, text) is
    'Last day of a period, its first day not counted, a last day off rolled forward; published is false and note the '
    'year when it enters one whose calendar is not published: due then takes weekends alone as off';

select banshi.protect(t::regclass)
from unnest(array['banshi.calendar_year', 'banshi.calendar_day', 'banshi.working_day']) as t;
grant select on banshi.calendar_year, banshi.calendar_day, banshi.working_day to banshi_clerk;

revoke execute on function banshi.is_working(bigint, date), banshi.calendar_number(bigint, int),
    banshi.is_published(bigint, int), banshi.deadline(bigint, date, int, text) from public;
grant execute on function banshi.is_working(bigint, date), banshi.is_published(bigint, int),
    banshi.deadline(bigint, date, int, text) to banshi_clerk;
