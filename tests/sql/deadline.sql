-- SPDX-License-Identifier: MIT
-- Every start day of 2007 to 2026, 1 to 60 working days: the deadline is the one that counting day by day gives. The public
-- calendars of those years are looked for beside the checkout or where BANSHI_TEST_DATA says; without them, the program's own
-- years are counted.
create extension if not exists pgtap;
begin;
select plan(5);
\set calendars `d="${BANSHI_TEST_DATA:-$abs_top_srcdir/../shared/data}/holiday-cn"; [ -f "$d/2007.json" ] || d="$BANSHI_DATADIR/calendar"; printf '['; s=; for f in "$d"/20[0-9][0-9].json; do [ -f "$f" ] && printf '%s' "$s" && cat "$f"; s=,; done; printf ']'`
select name from api.centre_set(gen_random_uuid(), '{"name": "甲"}') \g /dev/null
create temporary table notice as
select (c.value ->> 'year')::int as year, c.value as calendar from jsonb_array_elements(:'calendars'::jsonb) as c;
select count(l.*)
from notice as n,
     lateral api.import(gen_random_uuid(), 'calendar', jsonb_build_object(
         'path', n.year || '.json', 'year', n.year,
         'records', coalesce((select jsonb_agg(jsonb_build_object('line', 0, 'date', d ->> 'date', 'name', d ->> 'name',
                                                                  'working', not (d ->> 'isOffDay')::boolean))
                              from jsonb_array_elements(n.calendar -> 'days') as d), '[]'))) as l \g /dev/null
select min(year) as first_year, max(year) as last_year, min(year) > 2007 as few from banshi.calendar_year where published \gset
\if :few
select diag('the public calendars of 2007 to 2026 are not here (BANSHI_TEST_DATA): only the years ' || :first_year || ' to ' || :last_year || ' are counted');
\endif
select is((select count(*) from banshi.calendar_year where published), (:last_year - :first_year + 1)::bigint, 'the years are published without a gap');

-- is the day at this distance from the first worked? straight from the files; the later notice on a day counts
create temporary table worked as
select array_agg(coalesce(e.working, extract(isodow from g) < 6) order by g) as days
from generate_series(make_date(:first_year, 1, 1)::timestamp, make_date(:last_year + 1, 12, 31), '1 day') as g
left join lateral (select not (d ->> 'isOffDay')::boolean as working
                   from notice as n, jsonb_array_elements(n.calendar -> 'days') as d
                   where n.year - extract(year from g) between 0 and 1
                     and (d ->> 'date')::date = g::date
                   order by n.year desc
                   limit 1) as e on true;
-- the naive count: one day after the other, and each that is worked is one more
create function pg_temp.counted(p_first date, p_last date) returns table (start date, n int, due date)
    language plpgsql as $$
declare
    v_days boolean[] := (select days from worked);
    v_at int;
begin
    for v_start in 0 .. p_last - p_first loop
        v_at := v_start;
        for v_n in 1..60 loop
            loop
                v_at := v_at + 1;
                exit when v_days[v_at + 1];
            end loop;
            start := p_first + v_start;
            n := v_n;
            due := p_first + v_at;
            return next;
        end loop;
    end loop;
end
$$;
create temporary table counted as
select * from pg_temp.counted(make_date(:first_year, 1, 1), make_date(:last_year, 12, 31));
select is((select count(*) from counted), (make_date(:last_year, 12, 31) - make_date(:first_year, 1, 1) + 1) * 60::bigint,
          'every start day with 1 to 60 days is counted');
select is((select string_agg(concat(c.start, '+', c.n, ' ', d.due, ' ', c.due), ', ')
           from (select id from banshi.centre) as z,
                counted as c,
                lateral rule.deadline(z.id, c.start, c.n, 'working_day') as d
           where d.due <> c.due
              or d.published <> (c.due <= make_date(:last_year, 12, 31))), null,
          'each deadline is the one that counting day by day gives, and flagged exactly when it enters an unpublished year');
-- one in eight: every start and every length, in every combination of weekday and length
select is((select string_agg(concat(c.start, '+', c.n), ', ')
           from (select id from banshi.centre) as z,
                (select *, (c.start - make_date(:first_year, 1, 1)) as at from counted as c) as c
           where (c.at + c.n) % 8 = c.at / 56 % 8
             and rule.working_days(z.id, c.start, c.due) <> c.n), null, 'and counting back gives its length');
select is((select count(*)
           from worked as w,
                unnest(w.days[1:(make_date(:last_year, 12, 31) - make_date(:first_year, 1, 1) + 1)]) as d
           where d),
          (select sum(working_days) from banshi.calendar_year where year <= :last_year),
          'the years have as many working days as the files say');
select * from finish();
rollback;
