-- SPDX-License-Identifier: MIT
-- Tickets; those that wait with the people ahead, the estimate and the counters. The place is that in the line of a counter, and
-- only its lists tell it.
-- after: ticket_row
create view api.ticket with (security_invoker = true) as
select t.*,
       w.ahead,
       w.estimate,
       w.counters,
       null::timestamptz as place
from api.ticket_row as t
cross join lateral rule.ticket_ahead(t.state, t.day, t.queue, t.target, t.sort_at, t.id) as w;
comment on view api.ticket is 'Tickets';
comment on column api.ticket.place is 'Where it stands in the line of the session''s counter; null where that is not told';
grant select on api.ticket to banshi_client;
