-- SPDX-License-Identifier: MIT
-- All tickets of the day in the order of their issue. The pace of a queue is worked out once, people ahead too.
with pace as materialized (
    select *
    from api.queue
)
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
       t.ahead,
       case when t.state = 'waiting' then coalesce(ceil(t.ahead * q.pace)::bigint, -1) else 0 end as estimate,
       case when t.state <> 'waiting' then ''
            when t.target is null then q.counters
            else t.counter_label
       end as counters,
       t.issued_at,
       t.sort_at,
       t.called_at,
       t.serving_at,
       t.ended_at
from (select t.id, t.number, t.day, t.queue, t.queue_name, t.state, t.purpose, t.priority, t.priority_name, t.proof,
             t.item, t.item_name, t.phone, t.counter, t.counter_label, t.staff, t.staff_name, t.reason, t.calls,
             t.issued_at, t.sort_at, t.called_at, t.serving_at, t.ended_at, t.target,
             case when t.state = 'waiting'
                  then row_number() over (partition by t.state, case when t.target is null then t.queue end, t.target
                                          order by t.sort_at, t.id) - 1
                  else 0
             end as ahead
      from api.ticket as t
      where t.day = rule.today(rule.my_centre())) as t
join pace as q on q.id = t.queue
order by t.id
