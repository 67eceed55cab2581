-- SPDX-License-Identifier: MIT
-- Is the centre open now, in which session, until when; and which counters are on duty.
-- after: counter_label
create view api.hours_now with (security_invoker = true) as
select h.open,
       h.session,
       h.until,
       coalesce((select string_agg(l.label, '、' order by c.position, c.id)
                 from banshi.roster_duty as d
                 join banshi.counter as c on c.centre = d.centre and c.id = d.counter
                 join api.counter_label as l on l.centre = c.centre and l.counter = c.id
                 where d.centre = m.centre
                   and d.day = (select rule.my_day())
                   and d.published is not null
                   and d.time @> rule.now()), '') as counters
from (select rule.my_centre() as centre) as m,
     rule.my_hours() as h
where m.centre is not null;
comment on view api.hours_now is 'Is the centre open now, in which session, until when, and which counters are on duty';
comment on column api.hours_now.until is 'When the session ends; while closed, when the next one begins';
grant select on api.hours_now to banshi_clerk;
