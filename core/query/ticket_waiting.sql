-- SPDX-License-Identifier: MIT
-- Today's tickets that wait for the session's counter, in the order they will be called. Ahead is counted once for all.
select t.id,
       t.number,
       t.day,
       t.queue,
       t.queue_name,
       t.state,
       t.purpose,
       t.priority,
       t.priority_name,
       t.proof,
       t.item,
       t.item_name,
       t.phone,
       t.counter,
       t.counter_label,
       t.staff,
       t.staff_name,
       t.reason,
       t.calls,
       p.ahead,
       coalesce(ceil(p.ahead * q.pace)::bigint, -1) as estimate,
       case when t.target is null then q.counters else t.counter_label end as counters,
       t.issued_at,
       t.sort_at,
       t.called_at,
       t.serving_at,
       t.ended_at
from (select l.id,
             l.queue,
             row_number() over (partition by l.queue order by l.sort_at, l.id) - 1 as ahead,
             l.sort_at + qc.lag as place
      from banshi.queue_counter as qc
      join banshi.ticket as l on l.centre = qc.centre and l.queue = qc.queue
      where qc.centre = banshi.my_centre()
        and qc.counter = banshi.my_counter()
        and l.day = banshi.today(banshi.my_centre())
        and l.state = 'waiting'
        and l.target is null
      union all
      select l.id,
             l.queue,
             row_number() over (order by l.sort_at, l.id) - 1,
             l.sort_at
      from banshi.ticket as l
      where l.centre = banshi.my_centre()
        and l.day = banshi.today(banshi.my_centre())
        and l.target = banshi.my_counter()
        and l.state = 'waiting'
        and l.target is not null) as p
join api.ticket as t on t.day = banshi.today(banshi.my_centre()) and t.id = p.id
join api.queue as q on q.id = p.queue
order by p.place, p.id
