-- SPDX-License-Identifier: MIT
-- What a lead (of the own department) or a supervisor sees of the floor in one line beside counters, queues and duties.
-- after: deadline, extension, hours_now
create view api.floor with (security_invoker = true) as
select h.open,
       h.session,
       h.until,
       (select count(*)
        from banshi.extension as x
        join banshi.ticket as t on t.centre = x.centre and t.day = x.day and t.id = x.ticket
        left join banshi.counter as c on c.centre = t.centre and c.id = coalesce(t.counter, t.target)
        join banshi.queue as q on q.centre = t.centre and q.id = t.queue
        where x.centre = m.centre
          and x.day = (select rule.my_day())
          and x.ended_at is null
          and rule.oversees(m, coalesce(c.department, q.department))) as extensions,
       e.overdue,
       e.due_today
from rule.me() as m
cross join api.hours_now as h
cross join lateral (select count(*) filter (where d.due < (select rule.my_day())) as overdue,
                           count(*) filter (where d.due = (select rule.my_day())) as due_today
                    from api.deadline as d
                    where d.next_due <= (select rule.my_day())
                      and d.due <= (select rule.my_day())
                      and d.department in (select o.name
                                           from banshi.department as o
                                           where o.centre = m.centre
                                             and rule.oversees(m, o.id))) as e;
comment on view api.floor is 'The floor in one line';
grant select on api.floor to banshi_lead;
