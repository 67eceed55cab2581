-- SPDX-License-Identifier: MIT
-- Who the session is, and at which counter.
-- after: counter_label
create view api.session with (security_invoker = true) as
select s.id as staff,
       s.login,
       s.name,
       coalesce(d.name, '') as department,
       s.role,
       s.centre,
       c.name as centre_name,
       c.time_zone,
       k.id as counter,
       coalesce(l.label || ' ' || k.name, '') as counter_name,
       coalesce(k.state, '') as counter_state,
       s.party_member,
       rule.now() as now
from rule.me() as m
join banshi.staff as s on s.centre = m.centre and s.id = m.id
join banshi.centre as c on c.id = s.centre
left join banshi.department as d on d.centre = s.centre and d.id = s.department
left join banshi.counter as k on k.centre = s.centre and k.staff = s.id
left join api.counter_label as l on l.centre = k.centre and l.counter = k.id;
comment on view api.session is 'Who the session is, and at which counter';
grant select on api.session to banshi_client;
