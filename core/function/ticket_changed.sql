-- SPDX-License-Identifier: MIT
create function rule.ticket_changed(p_ticket banshi.ticket) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform rule.changed(t.centre, 'ticket', t.id, t.queue, coalesce(t.counter, t.target), p_state => t.state)
    from banshi.ticket as t
    where t.centre = p_ticket.centre
      and t.day = p_ticket.day
      and t.id = p_ticket.id;
end
$$;
comment on function rule.ticket_changed is 'Tell the terminals that a ticket changed, and how it is now';
