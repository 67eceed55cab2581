-- SPDX-License-Identifier: MIT
-- What a lead or supervisor last did to the counter that the session is or was at today: none when it was oneself.
select coalesce(c.state, 'closed') as state,
       b.name as by_name,
       coalesce(c.reason, s.end_reason) as reason,
       coalesce(c.since, s.ended_at) as at,
       coalesce(c.state = 'paused' and c.changed_by <> m.id and not rule.oversees(m, c.department), false) as held
from rule.me() as m
left join banshi.counter as c on c.centre = m.centre and c.staff = m.id
left join lateral (select s.ended_by, s.end_reason, s.ended_at
                   from banshi.shift as s
                   where s.centre = m.centre
                     and s.staff = m.id
                     and s.ended_at is not null
                   order by s.ended_at desc
                   limit 1) as s on c.id is null
join banshi.staff as b on b.centre = m.centre and b.id = coalesce(c.changed_by, s.ended_by)
