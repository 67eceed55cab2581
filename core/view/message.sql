-- SPDX-License-Identifier: MIT
-- Short messages to counters: who sent them, who got them, and when they were read.
-- after: counter_label
create view api.message with (security_invoker = true) as
select m.id,
       m.day,
       m.batch,
       s.name as sender_name,
       m.counter,
       l.label as counter_label,
       g.name as staff_name,
       m.text,
       m.sent_at,
       m.read_at,
       m.staff = (select (rule.me()).id) as mine
from banshi.message as m
join banshi.staff as s on s.centre = m.centre and s.id = m.sender
join banshi.staff as g on g.centre = m.centre and g.id = m.staff
join api.counter_label as l on l.centre = m.centre and l.counter = m.counter
where m.centre = (select rule.my_centre());
comment on view api.message is 'Messages to counters';
comment on column api.message.mine is 'The session is who got it';
grant select on api.message to banshi_clerk;
