-- SPDX-License-Identifier: MIT
-- The lines that explain a ticket's place: a shape without rows, which api.ticket_why fills.
create view api.ticket_reason with (security_invoker = true) as
select null::bigint as line,
       null::text as fact,
       null::text as value,
       null::text as detail
where false;
comment on view api.ticket_reason is 'Shape of the lines that explain a ticket''s place';
