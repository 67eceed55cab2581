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
