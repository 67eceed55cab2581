-- SPDX-License-Identifier: MIT
-- Today's tickets that wait for the session's counter, in the order they will be called: those of its queues, of those that it
-- covers on duty, and those sent to it alone.
with line as materialized (
    select l.ticket, l.ahead, l.estimate, l.counters, c.lag
    from (select s.queue, null::bigint as target, s.lag
          from rule.my_lines() as s
          union all
          select null, rule.my_counter(), interval '0'
          where rule.my_counter() is not null) as c,
         lateral rule.ticket_line(rule.my_day(), c.queue, c.target) as l
)
select t.*,
       l.ahead,
       l.estimate,
       l.counters,
       t.sort_at + l.lag as place
from line as l
join api.ticket_row as t on t.day = (select rule.my_day()) and t.id = l.ticket
order by place, t.id
