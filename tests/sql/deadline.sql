-- SPDX-License-Identifier: MIT
-- Every start day of the years whose calendars have been published, 1 to 60 working days: the deadline is the one that
-- counting day by day gives.
create extension if not exists pgtap;
begin;
select plan(3);
\set calendars `d="${BANSHI_TEST_DATA:-$abs_top_srcdir/../shared/data}/holiday-cn"; printf '['; s=; for f in "$d"/20[0-9][0-9].json; do [ -f "$f" ] && printf '%s' "$s" && cat "$f"; s=,; done; printf ']'`
select jsonb_array_length(:'calendars'::jsonb) > 0 as have \gset
\if :have
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
select is((select min(year) || '–' || max(year) from banshi.calendar_year where published), '2007–2026', 'twenty years are published');

-- is the day at this distance from 2007-01-01 worked? straight from the files; the later notice on a day counts
create temporary table worked as
select array_agg(coalesce(e.working, extract(isodow from g) < 6) order by g) as days
from generate_series(timestamp '2007-01-01', '2027-12-31', '1 day') as g
left join lateral (select not (d ->> 'isOffDay')::boolean as working
                   from notice as n, jsonb_array_elements(n.calendar -> 'days') as d
                   where n.year - extract(year from g) between 0 and 1
                     and (d ->> 'date')::date = g::date
                   order by n.year desc
                   limit 1) as e on true;
create function pg_temp.wrong(p_centre bigint) returns setof text
    language plpgsql as $$
declare
    v_days boolean[] := (select days from worked);
    v_first date := '2007-01-01';
    v_at int;
    v_due record;
begin
    for v_start in 0 .. date '2026-12-31' - v_first loop
        v_at := v_start;
        for n in 1..60 loop
            loop
                v_at := v_at + 1;
                exit when v_days[v_at + 1];
            end loop;
            -- one in four: every start and every length, in every combination of weekday and length
            continue when (v_start + n) % 4 <> v_start / 28 % 4;
            select * into v_due from banshi.deadline(p_centre, v_first + v_start, n, 'working_day');
            if v_due.due <> v_first + v_at or v_due.published <> (v_first + v_at < '2027-01-01')
               or banshi.working_days(p_centre, v_first + v_start, v_first + v_at) <> n then
                return next concat(v_first + v_start, '+', n, ' ', v_due.due, ' ', v_first + v_at);
            end if;
        end loop;
    end loop;
end
$$;
select is((select string_agg(w, ', ') from (select * from pg_temp.wrong((select id from banshi.centre)) as w limit 5) as f (w)), null,
          'every deadline from 2007 to 2026 is the one that counting day by day gives, and counting back gives its length');
select is((select count(*) from (select * from worked) as w, unnest(w.days[1:7305]) as d where d),
          (select sum(working_days) from banshi.calendar_year where year between 2007 and 2026),
          'the years have as many working days as the files say');
\else
select skip('the public calendars are not here: set BANSHI_TEST_DATA', 3);
\endif
select * from finish();
rollback;
