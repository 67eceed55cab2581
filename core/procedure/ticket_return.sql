-- SPDX-License-Identifier: MIT
-- Undo a call: the number in hand goes back to its old place.
create function api.ticket_return(opid uuid, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_return');
    v_counter bigint;
    v_ticket banshi.ticket;
    v_reason text;
begin
    if v_id is null then
        v_reason := rule.text_plain('reason', ticket_return.reason);
        v_counter := (rule.counter_mine(v_me)).id;
        v_ticket := rule.ticket_in_hand(v_me, v_counter, array['called', 'serving']);
        v_id := v_ticket.id;
        perform rule.ticket_wait(v_ticket, v_ticket.queue, v_ticket.target, v_ticket.sort_at);
        perform rule.ticket_remark(v_ticket, v_reason);
        perform rule.record(v_me, v_counter, 'ticket', v_id, 'returned', '', v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_return is 'Undo a call: the number in hand goes back to its old place';
grant execute on function api.ticket_return to banshi_clerk;
