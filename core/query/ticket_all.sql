-- SPDX-License-Identifier: MIT
-- All tickets of the day in the order of their issue.
with line as materialized (
    select l.ticket, l.ahead, l.estimate, l.counters
    from (select distinct case when w.target is null then w.queue end as queue, w.target
          from banshi.ticket as w
          where w.centre = (select rule.my_centre())
            and w.day = (select rule.my_day())
            and w.state = 'waiting') as w,
         lateral rule.ticket_line(rule.my_day(), w.queue, w.target) as l
)
select t.*,
       coalesce(l.ahead, 0) as ahead,
       coalesce(l.estimate, 0) as estimate,
       coalesce(l.counters, '') as counters,
       null::timestamptz as place
from api.ticket_row as t
left join line as l on l.ticket = t.id
where t.day = (select rule.my_day())
order by t.id
