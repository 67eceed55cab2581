-- SPDX-License-Identifier: MIT
-- Tickets; those that wait with the people ahead, the estimate and the counters.
-- after: ticket_row
create view api.ticket with (security_invoker = true) as
select t.*,
       coalesce(l.ahead, 0) as ahead,
       coalesce(l.estimate, 0) as estimate,
       coalesce(l.counters, '') as counters
from api.ticket_row as t
left join lateral (select w.ahead, w.estimate, w.counters
                   from rule.ticket_line(t.day, t.queue, t.target) as w
                   where t.state = 'waiting'
                     and w.ticket = t.id) as l on true;
comment on view api.ticket is 'Tickets';
grant select on api.ticket to banshi_client;
