-- SPDX-License-Identifier: MIT
-- All tickets of the day in the order of their issue. Ahead is counted once for all.
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
       coalesce(p.ahead, 0) as ahead,
       case when t.state = 'waiting' then coalesce(ceil(p.ahead * q.pace)::bigint, -1) else 0 end as estimate,
       case when t.state <> 'waiting' then ''
            when t.target is null then q.counters
            else t.counter_label
       end as counters,
       t.issued_at,
       t.sort_at,
       t.called_at,
       t.serving_at,
       t.ended_at
from api.ticket as t
join api.queue as q on q.id = t.queue
left join (select l.id,
                  row_number() over (partition by case when l.target is null then l.queue end, l.target
                                     order by l.sort_at, l.id) - 1 as ahead
           from banshi.ticket as l
           where l.centre = banshi.my_centre()
             and l.day = banshi.today(banshi.my_centre())
             and l.state = 'waiting') as p on p.id = t.id
where t.day = banshi.today(banshi.my_centre())
order by t.id
