-- SPDX-License-Identifier: MIT
-- Duties that go on or come next: what is left of today, or the next day that has any; a lead's are those of the own
-- department's counters. changes_at: when the state next changes by itself.
-- after: roster_duty
create view api.floor_duty with (security_invoker = true) as
with me as materialized (
    select m.centre, m as actor, rule.my_day() as day
    from rule.me() as m
),
next as materialized (
    select min(d.day) as day
    from banshi.roster_duty as d
    where d.centre = (select centre from me)
      and d.day >= (select day from me)
      and upper(d.time) > (select rule.now())
)
select d.id,
       d.version,
       d.kind_name,
       d.day,
       d.day = me.day as today,
       d.counter,
       d.counter_label,
       d.opens,
       d.closes,
       d.starts <= rule.now() as now,
       case when d.published is null then d.staff_name else d.published_name end as staff_name,
       d.instead_of,
       d.state,
       d.cause,
       case when rule.now() < d.starts then d.starts
            when rule.now() < d.missing_at then d.missing_at
            else d.ends
       end as changes_at
from me
join api.roster_duty as d on d.day = (select day from next) and d.ends > (select rule.now())
join banshi.counter as c on c.centre = me.centre and c.id = d.counter and rule.oversees(me.actor, c.department);
comment on view api.floor_duty is 'Duties that go on or come next, as their lead or a supervisor watches them';
grant select on api.floor_duty to banshi_lead;
