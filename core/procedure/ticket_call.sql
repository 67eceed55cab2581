-- SPDX-License-Identifier: MIT
-- Call a chosen number out of order, with the reason: a waiting or a skipped one.
create function api.ticket_call(opid uuid, ticket bigint, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_call');
    v_counter banshi.counter;
    v_ticket banshi.ticket;
    v_reason text;
begin
    if v_id is null then
        v_reason := rule.text_plain('reason', ticket_call.reason);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'call';
        end if;
        v_counter := rule.counter_ready(v_me);
        v_ticket := rule.ticket_find(v_me, ticket_call.ticket, array['waiting', 'skipped']);
        perform rule.ticket_allowed(v_me, v_ticket);
        perform rule.ticket_take(v_me, v_counter, v_ticket);
        perform rule.ticket_remark(v_ticket, v_reason);
        v_id := v_ticket.id;
        perform rule.record(v_me, v_counter.id, 'ticket', v_id, 'chosen', '', v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_call is 'Call a chosen number out of order, with the reason';
grant execute on function api.ticket_call to banshi_clerk;
