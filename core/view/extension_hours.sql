-- SPDX-License-Identifier: MIT
-- How long each member of staff stayed after closing time on a day, for time off in lieu: from the closing to the last thing
-- done for a visit that went on, or to the end of having stayed on request.
create view api.extension_hours with (security_invoker = true) as
select h.day,
       h.staff,
       s.name as staff_name,
       coalesce(d.name, '') as department,
       min(h.since) as started_at,
       max(h.until) as ended_at,
       rule.minutes(min(h.since), max(h.until)) as minutes,
       count(distinct h.ticket) as visits
from (select x.centre, x.day, x.ticket, e.staff, x.started_at as since, e.at as until
      from banshi.extension as x
      join banshi.event as e on e.centre = x.centre and e.day = x.day and e.concept = 'ticket' and e.subject = x.ticket
           and e.at >= x.started_at and e.counter is not null
      where x.outcome <> 'withdrawn'
      union all
      select r.centre, r.day, r.ticket, r.answerer, r.answered_at, r.done_at
      from banshi.extension_request as r
      where r.state = 'done'
        and r.kind = 'stay') as h
join banshi.staff as s on s.centre = h.centre and s.id = h.staff
left join banshi.department as d on d.centre = s.centre and d.id = s.department
where h.centre = (select rule.my_centre())
group by h.centre, h.day, h.staff, s.name, d.name;
comment on view api.extension_hours is 'Time that staff stayed after closing time';
grant select on api.extension_hours to banshi_clerk;
