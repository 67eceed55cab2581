-- SPDX-License-Identifier: MIT
-- Of these tickets ($1) those that the session's counter shows: in hand, held, waiting for it, or skipped there. How many are ahead
-- is what the rows at hand tell.
with line as materialized (
    select l.queue, l.lag
    from rule.my_lines() as l
),
mine as materialized (
    select rule.my_counter() as counter
)
select t.*,
       0::bigint as ahead,
       0::bigint as estimate,
       '' as counters,
       case when t.state = 'waiting' then t.sort_at + coalesce(l.lag, '0') end as place
from mine as m
cross join api.ticket_row as t
left join line as l on l.queue = t.queue and t.target is null
where t.day = (select rule.my_day())
  and t.id = any ($1::bigint[])
  and case when t.state in ('called', 'serving', 'held') then t.counter = m.counter
           when t.state in ('waiting', 'skipped') then l.queue is not null or t.target = m.counter
      end
order by t.id
