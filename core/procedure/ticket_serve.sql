-- SPDX-License-Identifier: MIT
-- The person is at the counter: called → serving.
create function api.ticket_serve(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_serve', array['called']);
    v_ticket banshi.ticket := v.ticket;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    update banshi.ticket as t
    set state = 'serving',
        serving_at = v.at
    where t.centre = v_ticket.centre
      and t.day = v_ticket.day
      and t.id = v_ticket.id
    returning * into v_ticket;
    perform rule.ticket_acted(v.me, v_ticket.counter, v_ticket, 'serving');
    return query select * from rule.ticket_now(v_ticket.day, v_ticket.id);
end
$$;
comment on function api.ticket_serve is 'The person called is at the counter';
grant execute on function api.ticket_serve to banshi_clerk;
