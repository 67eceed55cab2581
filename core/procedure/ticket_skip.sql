-- SPDX-License-Identifier: MIT
-- The person called is not here: called → skipped.
create function api.ticket_skip(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_skip', array['called']);
    v_ticket banshi.ticket := v.ticket;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    update banshi.ticket as t
    set state = 'skipped'
    where t.centre = v_ticket.centre
      and t.day = v_ticket.day
      and t.id = v_ticket.id
    returning * into v_ticket;
    perform rule.ticket_acted(v.me, v_ticket.counter, v_ticket, 'skipped');
    return query select * from rule.ticket_now(v_ticket.day, v_ticket.id);
end
$$;
comment on function api.ticket_skip is 'The person called is not here';
grant execute on function api.ticket_skip to banshi_clerk;
