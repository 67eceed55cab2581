-- SPDX-License-Identifier: MIT
-- Undo a call: the number in hand goes back to its old place.
create function api.ticket_return(opid uuid, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_return', array['called', 'serving']);
    v_ticket banshi.ticket := v.ticket;
    v_reason text;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    v_reason := rule.text_plain('reason', ticket_return.reason);
    v_ticket := rule.ticket_wait(v_ticket, v_ticket.queue, v_ticket.target, v_ticket.sort_at);
    perform rule.ticket_remark(v_ticket, v_reason);
    perform rule.ticket_acted(v.me, (v.ticket).counter, v_ticket, 'returned', '', v_reason);
    return query select * from rule.ticket_answer(v.me, v_ticket.id, v_ticket.day);
end
$$;
comment on function api.ticket_return is 'Undo a call: the number in hand goes back to its old place';
grant execute on function api.ticket_return to banshi_clerk;
