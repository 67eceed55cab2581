-- SPDX-License-Identifier: MIT
-- Deadlines by working days, against the vectors of the law and a count day by day.
create extension if not exists pgtap;
begin;
select plan(46);

select name from api.centre_set(gen_random_uuid(), '{"name": "甲"}') \g /dev/null
create function pg_temp.import(calendar jsonb) returns text
    language sql as $$
    select string_agg(concat_ws(' ', l.outcome, l.key, l.reason, nullif(l.line, 0)), ', ')
    from api.import(gen_random_uuid(), 'calendar', jsonb_build_object(
        'path', 'f.json', 'year', calendar -> 'year', 'papers', calendar -> 'papers',
        'records', coalesce((select jsonb_agg(jsonb_build_object('line', 0, 'date', d ->> 'date', 'name', d ->> 'name',
                                                                 'working', not (d ->> 'isOffDay')::boolean))
                             from jsonb_array_elements(calendar -> 'days') as d), '[]'))) as l
    where l.line > 0 or l.outcome = 'warning'
$$;
create function pg_temp.due(start date, n int, unit text default 'working_day') returns text
    language sql as $$
    select due || case when published then '' else ' ' || note end
    from rule.deadline((select id from banshi.centre), start, n, unit)
$$;

select throws_ok(format('select pg_temp.due(%L, %s, %L)', d, n, u), 'BS001',
                 concat_ws(' · ', 'beyond the calendar', d, n, u), 'beyond the calendar: ' || concat_ws(' ', d, n, u))
from (values (date '9999-12-31', 5, 'working_day'), ('9930-01-01', 1, 'working_day'), ('9930-01-01', 3660, 'day'), ('9695-01-01', 1, 'month'),
             ('6340-01-01', 1, 'year'), ('1948-12-31', 1, 'day')) as v (d, n, u);
select lives_ok(format('select pg_temp.due(%L, %s, %L)', d, n, u), 'within it: ' || concat_ws(' ', d, n, u))
from (values (date '9929-12-31', 3660, 'day'), ('9929-12-31', 3660, 'working_day'), ('9694-12-31', 3660, 'month'), ('6339-12-31', 3660, 'year'),
             ('1949-01-01', 1, 'day')) as v (d, n, u);
select is(pg_temp.due('2026-02-13', 5), '2026-02-20 2026', 'without any calendar a deadline is flagged');
\set calendar_2025 `cat "$BANSHI_DATADIR/calendar/2025.json"`
\set calendar_2026 `cat "$BANSHI_DATADIR/calendar/2026.json"`
\set calendar_2027 `cat "$BANSHI_DATADIR/calendar/2027.json"`
select is(pg_temp.import(:'calendar_2026'), 'total added days 39, total 2026 working days 248', '2026 has 248 working days');
select is(pg_temp.import(:'calendar_2025'), 'total added days 33, total 2025 working days 248', 'years come in any order');
select is(pg_temp.import(:'calendar_2027'), 'warning 2027 the calendar of the year is not published yet',
          'an empty year is not published');
select is(pg_temp.import(:'calendar_2026'), 'total unchanged days 39, total 2026 working days 248', 'importing again changes nothing');

-- the start day is not counted
select is(pg_temp.due('2026-02-13', 5), '2026-02-27', 'over the Spring Festival and its working weekends');
select is(pg_temp.due('2026-02-10', 20), '2026-03-16', '20 days over the Spring Festival');
select is(pg_temp.due('2026-09-18', 5), '2026-09-24', 'a working Sunday counts');
select is(pg_temp.due('2026-09-18', 20), '2026-10-22', '20 days over two holidays');
select is(pg_temp.due('2026-09-24', 5), '2026-10-09', 'over Mid-Autumn and National Day');
select is(pg_temp.due('2026-09-30', 5), '2026-10-13', 'a working Saturday counts');
select is(pg_temp.due('2026-12-31', 5), '2027-01-07 2027', 'into a year that is not published: flagged, provisional');
select is(pg_temp.due('2026-12-24', 5), '2026-12-31', 'the last working day of the year is not flagged');
select is(pg_temp.due('2026-12-24', 6), '2027-01-01 2027', 'the one after it is');
select is(pg_temp.due('2025-12-31', 1), '2026-01-04', 'from one published year into the next');
select is(pg_temp.due('2025-12-01', 270), '2026-12-31', 'over a whole year');
select is(pg_temp.due('2025-06-01', 500), '2027-05-26 2027', 'over a whole year and beyond');
select is(pg_temp.due('2027-03-01', 1), '2027-03-02 2027', 'a start in a year that is not published is flagged');
select is(pg_temp.due('2026-02-15', 1), '2026-02-24', 'a start on a day off counts from the next working day');

-- calendar days, months, years (Civil Code 201–203)
select is(pg_temp.due('2026-09-24', 1, 'day'), '2026-09-28', 'a last day that is off rolls forward');
select is(pg_temp.due('2026-09-15', 5, 'day'), '2026-09-20', 'a working Sunday is not off');
select is(pg_temp.due('2026-01-31', 1, 'month'), '2026-02-28', 'a month without that day ends on its last');
select is(pg_temp.due('2026-03-16', 6, 'month'), '2026-09-16', 'months by the corresponding day');
select is(pg_temp.due('2025-02-28', 1, 'year'), '2026-02-28', 'years by the corresponding day');
select is(pg_temp.due('2026-08-01', 6, 'month'), '2027-02-01 2027', 'months into a year that is not published');
select is(pg_temp.due('2026-12-01', 26, 'day'), '2026-12-28', 'a roll within the year is not flagged');
select is(pg_temp.due('2026-05-08', 0), '2026-05-08', 'no days at all is the day itself');
select throws_ok($$ select pg_temp.due('2026-01-01', -1) $$, 'BS001', null, 'a negative period is refused');
select throws_ok($$ select pg_temp.due('2026-01-01', 1, 'week') $$, 'BS001', null, 'an unknown unit is refused');

-- every start of 2026, 1 to 60 working days, against a count day by day
create function pg_temp.count_on(start date, n int) returns date
    language plpgsql as $$
declare
    v_exceptions jsonb := current_setting('test.exceptions');
    v_day date := start;
begin
    while n > 0 loop
        v_day := v_day + 1;
        if coalesce((v_exceptions ->> v_day::text)::boolean, extract(isodow from v_day) < 6) then
            n := n - 1;
        end if;
    end loop;
    return v_day;
end
$$;
select set_config('test.exceptions', (select jsonb_object_agg(d ->> 'date', not (d ->> 'isOffDay')::boolean)::text
                                      from jsonb_array_elements(:'calendar_2026'::jsonb -> 'days') as d), true) \g /dev/null
select is((select string_agg(s::date || '+' || n, ' ')
           from generate_series(timestamp '2026-01-01', '2026-12-31', '1 day') as s,
                generate_series(1, 60) as n,
                lateral (select pg_temp.count_on(s::date, n) as day) as expected,
                lateral rule.deadline((select id from banshi.centre), s::date, n, 'working_day') as d
           where d.due <> expected.day
              or d.published <> (expected.day < '2027-01-01')),
          null, 'every deadline is the one that counting day by day gives');

-- corrections
select is(pg_temp.import('{"year": 2027, "papers": [], "days": [{"date": "2026-12-31", "name": "元旦", "isOffDay": true},
                                                                {"date": "2027-01-01", "name": "元旦", "isOffDay": true}]}'),
          'total added days 2, total 2027 working days 260', 'a notice can name days of the December before');
select is(pg_temp.due('2026-12-30', 1), '2027-01-04', 'which then count');
select is(pg_temp.import(:'calendar_2026'), 'total unchanged days 39, total 2026 working days 247',
          'also after the earlier year is imported again');
select is(pg_temp.import(:'calendar_2027'), 'warning 2027 an empty calendar does not replace a published one',
          'an empty calendar does not replace a published one');
select is(pg_temp.import('{"year": 2027, "papers": [], "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true}]}'),
          'total unchanged days 1, total removed days 1, total 2027 working days 260', 'a corrected notice replaces the old one');
select * from finish();
rollback;
