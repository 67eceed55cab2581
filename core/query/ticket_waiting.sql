-- SPDX-License-Identifier: MIT
-- Today's tickets that wait for the session's counter, in the order they will be called: those of its queues, of those that it
-- covers on duty, and those sent to it alone. The pace of a queue is worked out once.
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
       coalesce(ceil(t.ahead * q.pace)::bigint, -1) as estimate,
       case when t.target is null then q.counters else t.counter_label end as counters,
       t.issued_at,
       t.sort_at,
       t.called_at,
       t.serving_at,
       t.ended_at
from (select t.id, t.number, t.day, t.queue, t.queue_name, t.state, t.purpose, t.priority, t.priority_name, t.proof,
             t.item, t.item_name, t.phone, t.counter, t.counter_label, t.staff, t.staff_name, t.reason, t.calls,
             t.issued_at, t.sort_at, t.called_at, t.serving_at, t.ended_at, t.target,
             row_number() over (partition by t.queue order by t.sort_at, t.id) - 1 as ahead,
             t.sort_at + qc.lag as place
      from rule.counter_lines(rule.my_centre(), rule.my_counter()) as qc
      join api.ticket as t on t.queue = qc.queue
      where t.day = rule.today(rule.my_centre())
        and t.state = 'waiting'
        and t.target is null
      union all
      select t.id, t.number, t.day, t.queue, t.queue_name, t.state, t.purpose, t.priority, t.priority_name, t.proof,
             t.item, t.item_name, t.phone, t.counter, t.counter_label, t.staff, t.staff_name, t.reason, t.calls,
             t.issued_at, t.sort_at, t.called_at, t.serving_at, t.ended_at, t.target,
             row_number() over (order by t.sort_at, t.id) - 1,
             t.sort_at
      from api.ticket as t
      where t.day = rule.today(rule.my_centre())
        and t.state = 'waiting'
        and t.target = rule.my_counter()
        and t.target is not null) as t
join pace as q on q.id = t.queue
order by t.place, t.id
