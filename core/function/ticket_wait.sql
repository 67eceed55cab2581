-- SPDX-License-Identifier: MIT
-- Put a ticket in a line: of a queue, or of one counter (target).
create function rule.ticket_wait(p_ticket banshi.ticket, p_queue bigint, p_target bigint,
                                            p_sort_at timestamptz) returns banshi.ticket
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.ticket;
begin
    update banshi.ticket as t
    set state = 'waiting',
        queue = p_queue,
        target = p_target,
        sort_at = p_sort_at,
        counter = null,
        staff = null,
        calls = 0,
        serving_at = null,
        held_at = null,
        held_seconds = 0,
        waiting_at = rule.now()
    where t.centre = p_ticket.centre
      and t.day = p_ticket.day
      and t.id = p_ticket.id
    returning * into v;
    -- a counter that gives its number away has not been idle until now
    if p_ticket.state in ('called', 'serving', 'held') then
        update banshi.counter as c
        set freed_at = rule.now()
        where c.centre = p_ticket.centre
          and c.id = p_ticket.counter;
    end if;
    return v;
end
$$;
comment on function rule.ticket_wait is 'Put a locked ticket in a line; the ticket as it is then';
