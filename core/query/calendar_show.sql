-- SPDX-License-Identifier: MIT
-- The days of a month ($1 = yyyymm) or the exceptions of a year ($1 = yyyy00).
select g::date as date,
       coalesce(d.name, '') as name,
       coalesce(d.working, extract(isodow from g) < 6) as working,
       coalesce(y.published, false) as published
from generate_series(make_date($1::int / 100, greatest($1::int % 100, 1), 1)::timestamp,
                     make_date($1::int / 100, greatest($1::int % 100, 1), 1)
                     + case when $1::int % 100 = 0 then interval '1 year' else interval '1 month' end
                     - interval '1 day',
                     '1 day') as g
left join api.day as d on d.date = g::date
left join banshi.calendar_year as y on y.year = $1::int / 100 and y.centre = rule.my_centre()
where $1::int % 100 > 0
   or d.date is not null
order by g
