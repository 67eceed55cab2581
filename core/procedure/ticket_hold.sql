-- SPDX-License-Identifier: MIT
-- Put the number in hand aside: serving → held.
create function api.ticket_hold(opid uuid, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_hold', array['serving']);
    v_ticket banshi.ticket := v.ticket;
    v_reason text;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    v_reason := rule.text_plain('reason', ticket_hold.reason);
    update banshi.ticket as t
    set state = 'held',
        held_at = v.at
    where t.centre = v_ticket.centre
      and t.day = v_ticket.day
      and t.id = v_ticket.id
    returning * into v_ticket;
    perform rule.ticket_remark(v_ticket, v_reason);
    perform rule.ticket_acted(v.me, v_ticket.counter, v_ticket, 'held', '', v_reason);
    return query select * from rule.ticket_now(v_ticket.day, v_ticket.id);
end
$$;
comment on function api.ticket_hold is 'Put the number in hand aside';
grant execute on function api.ticket_hold to banshi_clerk;
