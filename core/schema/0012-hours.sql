-- SPDX-License-Identifier: MIT
-- Opening hours: by weekday, and those of single days; when numbers are given. Norms 4.4, 7.1.

create table banshi.hours (
    centre bigint not null,
    id bigint generated always as identity,
    weekday int,
    day date,
    session text not null,
    opens time,
    closes time,
    constraint hours_pkey primary key (centre, id),
    constraint hours_centre_fkey foreign key (centre) references banshi.centre,
    constraint hours_when_check check ((weekday is null) <> (day is null)),
    constraint hours_weekday_check check (weekday between 1 and 7),
    constraint hours_session_check check (session in ('morning', 'lunch', 'afternoon', 'extended', 'closed')),
    constraint hours_times_check check (case when session = 'closed' then opens is null and closes is null and day is not null
                                             else opens is not null and closes is not null and opens < closes
                                        end),
    constraint hours_weekday_key unique (centre, weekday, session),
    constraint hours_day_key unique (centre, day, session)
);
comment on table banshi.hours is 'Opening hours by weekday; those of a day replace its weekday''s';
comment on column banshi.hours.centre is 'Centre';
comment on column banshi.hours.id is 'Key';
comment on column banshi.hours.weekday is '1 Monday to 7 Sunday';
comment on column banshi.hours.day is 'The one day';
comment on column banshi.hours.session is
    'morning, lunch (counters on duty), afternoon, extended (延时服务); closed: not at all that day';
comment on column banshi.hours.opens is 'From, in the centre''s time zone';
comment on column banshi.hours.closes is 'To';

create function banshi.hours_on(p_centre bigint, p_day date)
    returns table (session text, opens timestamptz, closes timestamptz)
    language plpgsql stable security definer
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
    if banshi.is_working(p_centre, p_day) then
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
comment on function banshi.hours_on(bigint, date) is
    'Sessions of a day, by its own hours, the working-day calendar and its weekday';

create function banshi.hours_at(p_centre bigint, p_at timestamptz, out open boolean, out session text, out until timestamptz)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := (select (p_at at time zone c.time_zone)::date from banshi.centre as c where c.id = p_centre);
begin
    select true, h.session, h.closes into open, session, until
    from banshi.hours_on(p_centre, v_day) as h
    where h.opens <= p_at
      and p_at < h.closes;
    if not found then
        open := false;
        session := 'closed';
        -- the longest holidays have nine days
        select h.opens into until
        from generate_series(0, 31) as n,
             lateral banshi.hours_on(p_centre, v_day + n) as h
        where h.opens > p_at
        order by n, h.opens
        limit 1;
    end if;
end
$$;
comment on function banshi.hours_at(bigint, timestamptz) is
    'Is the centre open at a time, in which session, and until when; while closed, until is when it opens next, null when not '
    'within a month';

alter table banshi.centre
    add column issue_policy text not null default 'open',
    add column issue_early int not null default 30,
    add constraint centre_issue_policy_check check (issue_policy in ('open', 'always')),
    add constraint centre_issue_early_check check (issue_early between 0 and 240);
comment on column banshi.centre.issue_policy is
    'open: numbers are given until the day''s last session ends, when the day closes by itself; '
    'always: at any hour, and the day is '
    'closed by hand alone';
comment on column banshi.centre.issue_early is 'Minutes before the day''s first session from which on numbers are given';

create function banshi.hours_issue(p_centre bigint, p_at timestamptz) returns timestamptz
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre banshi.centre;
    v_day date;
    v_from timestamptz;
    v_until timestamptz;
begin
    select * into v_centre from banshi.centre as c where c.id = p_centre;
    if v_centre.issue_policy = 'always' then
        return null;
    end if;
    v_day := (p_at at time zone v_centre.time_zone)::date;
    -- the longest holidays have nine days
    for v_n in 0..31 loop
        select min(h.opens) - make_interval(mins => v_centre.issue_early), max(h.closes) into v_from, v_until
        from banshi.hours_on(p_centre, v_day + v_n) as h;
        if p_at >= v_from and p_at < v_until then
            return null;
        elsif p_at < v_from then
            return v_from;
        end if;
    end loop;
    return 'infinity';
end
$$;
comment on function banshi.hours_issue(bigint, timestamptz) is
    'Null when numbers are given at a time; else from when on they are, infinity when not within a month';

create function banshi.hours_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.hours (centre, weekday, session, opens, closes)
    select new.id, w, s.session, s.opens, s.closes
    from generate_series(1, 5) as w,
         (values ('morning', time '09:00', time '12:00'),
                 ('lunch', '12:00', '13:30'),
                 ('afternoon', '13:30', '17:00')) as s (session, opens, closes);
    return null;
end
$$;
comment on function banshi.hours_defaults() is 'A new centre is open on working days from nine to five';
create trigger centre_hours after insert on banshi.centre for each row execute function banshi.hours_defaults();

select banshi.protect('banshi.hours');
grant select on banshi.hours to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
revoke execute on function banshi.hours_on(bigint, date), banshi.hours_at(bigint, timestamptz),
    banshi.hours_issue(bigint, timestamptz), banshi.hours_defaults() from public;
grant execute on function banshi.hours_on(bigint, date), banshi.hours_at(bigint, timestamptz)
    to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
