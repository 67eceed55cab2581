-- SPDX-License-Identifier: MIT
-- Duties that are overdue, due today or within two working days, or provisional: at most $2, the nearest first; a clerk's own
-- before others. With $1 only one's own.
with day as materialized (
    select rule.my_centre() as centre,
           rule.today(rule.my_centre()) as today,
           (select due from rule.deadline(rule.my_centre(), rule.today(rule.my_centre()), 2, 'working_day')) as soon
),
duty as materialized (
    select *
    from api.deadline as d
    where (d.next_due <= (select soon from day) or not d.due_published)
      and (d.due <= (select soon from day) or not d.published)
      and (d.mine or not $1::boolean)
    order by (select (rule.me()).role) = 'clerk' and not d.mine, d.due, d.case_id
    limit $2
)
select d.case_id,
       d.number,
       d.state,
       d.applicant_name,
       d.item_name,
       d.department,
       d.staff_name,
       d.duty,
       d.due,
       rule.working_days(day.centre, day.today, d.due) as remaining,
       case when d.due < day.today then 'overdue'
            when d.due = day.today then 'today'
            when d.due <= day.soon then 'risk'
            else 'provisional' end as urgency,
       d.published,
       d.mine
from duty as d, day
order by (select (rule.me()).role) = 'clerk' and not d.mine, d.due, d.case_id
