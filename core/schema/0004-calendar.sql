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
    own boolean not null default false,
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
comment on column banshi.calendar_day.own is 'Named by the centre''s administrator, which an imported notice does not undo';

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
