-- SPDX-License-Identifier: MIT
-- The place of a ticket that joins a line now, as a newcomer of its class would.
create function rule.ticket_end_of_line(p_ticket banshi.ticket) returns timestamptz
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select greatest(p_ticket.sort_at, rule.now() - p.head_start)
    from banshi.priority as p
    where p.centre = p_ticket.centre
      and p.code = p_ticket.priority
$$;
comment on function rule.ticket_end_of_line is 'The place of a ticket that joins a line now';
