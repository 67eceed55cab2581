-- SPDX-License-Identifier: MIT
-- What an act on a ticket ends with: the event, and the word to the terminals. The ticket is as it is now.
create function rule.ticket_acted(p_me rule.actor, p_counter bigint, p_ticket banshi.ticket, p_kind text, p_detail text default '',
                                  p_note text default '') returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform rule.record(p_me, p_counter, 'ticket', p_ticket.id, p_kind, p_detail, p_note, p_ticket.day);
    perform rule.changed(p_ticket.centre, 'ticket', p_ticket.id, p_ticket.queue, coalesce(p_ticket.counter, p_ticket.target), 0,
                         p_ticket.state);
end
$$;
comment on function rule.ticket_acted is 'End an act on a ticket: put it down, and tell the terminals';
