-- SPDX-License-Identifier: MIT
-- Exceptions of the working-day calendar: days off from Monday to Friday, weekend days worked, named holidays.
create view api.day with (security_invoker = true) as
select distinct on (d.day)
       d.day as date,
       d.name,
       d.working,
       coalesce(y.published, false) as published
from banshi.calendar_day as d
left join banshi.calendar_year as y on y.centre = d.centre and y.year = extract(year from d.day)
where d.centre = (select rule.my_centre())
order by d.day, d.year desc;
comment on view api.day is 'Exceptions of the working-day calendar';
grant select on api.day to banshi_clerk;
