-- SPDX-License-Identifier: MIT
-- Keep the reason of the last hold, skip, transfer, return or chosen call with the ticket.
create function rule.ticket_remark(p_ticket banshi.ticket, p_reason text) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into banshi.ticket_private as x (centre, day, ticket, reason)
    values (p_ticket.centre, p_ticket.day, p_ticket.id, p_reason)
    on conflict (centre, day, ticket) do update
    set reason = excluded.reason
$$;
comment on function rule.ticket_remark is 'Keep a reason with the ticket';
