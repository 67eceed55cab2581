-- SPDX-License-Identifier: MIT
-- Duties that are overdue, due today or within two working days, or provisional: at most $2, the nearest first; a clerk's own
-- before others. With $1 only one's own.
with day as materialized (
    select t.today,
           (select due from rule.my_deadline(t.today, 2, 'working_day')) as soon
    from (select rule.my_day() as today) as t
),
duty as materialized (
    select *
    from api.deadline as d
    where (d.next_due <= (select soon from day) or not d.due_published)
      and (d.due <= (select soon from day) or not d.published)
      and (d.mine or not $1::boolean)
    order by not (d.mine or (select rule.at_least(rule.me(), 'lead'))), d.due, d.case_id
    limit $2
)
select d.*,
       rule.my_working_days(day.today, d.due) as remaining,
       case when d.due < day.today then 'overdue'
            when d.due = day.today then 'today'
            when d.due <= day.soon then 'risk'
            else 'provisional' end as urgency
from duty as d, day
order by not (d.mine or (select rule.at_least(rule.me(), 'lead'))), d.due, d.case_id
