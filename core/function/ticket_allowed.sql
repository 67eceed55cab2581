-- SPDX-License-Identifier: MIT
-- Whose line a ticket is in: clerks deal with the queues of their counter, leads with all; somebody who was sent to one
-- counter is for that counter, or a lead.
create function rule.ticket_allowed(p_me rule.actor, p_ticket banshi.ticket) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.at_least(p_me, 'lead')
       and not exists (select
                       from banshi.counter as c
                       cross join lateral rule.counter_lines(c.centre, c.id) as qc
                       where c.centre = p_me.centre
                         and c.staff = p_me.id
                         and qc.queue = p_ticket.queue
                         and p_ticket.target is null
                       union all
                       select
                       from banshi.counter as c
                       where c.centre = p_me.centre
                         and c.staff = p_me.id
                         and c.id = p_ticket.target) then
        raise exception using errcode = 'BS002', message = p_ticket.number || ' · '
            || coalesce((select l.label from api.counter_label as l
                         where l.centre = p_ticket.centre and l.counter = p_ticket.target),
                        (select q.name from banshi.queue as q where q.centre = p_ticket.centre and q.id = p_ticket.queue));
    end if;
end
$$;
comment on function rule.ticket_allowed is 'Refuses a ticket of somebody else''s line';
