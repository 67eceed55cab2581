-- SPDX-License-Identifier: MIT
-- Call a chosen number out of order, with the reason: a waiting or a skipped one.
create function api.ticket_call(opid uuid, ticket bigint, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'ticket_call');
    v_counter banshi.counter;
    v_ticket banshi.ticket;
    v_reason text;
begin
    if v_id is null then
        v_reason := banshi.text_plain('reason', ticket_call.reason);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'call';
        end if;
        v_counter := banshi.counter_ready(v_me);
        v_ticket := banshi.ticket_find(v_me, ticket_call.ticket, array['waiting', 'skipped']);
        perform banshi.ticket_allowed(v_me, v_ticket);
        perform banshi.ticket_take(v_me, v_counter, v_ticket);
        perform banshi.ticket_remark(v_ticket, v_reason);
        v_id := v_ticket.id;
        perform banshi.record(v_me, v_counter.id, 'ticket', v_id, 'chosen', v_reason);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'ticket');
    end if;
    return query select * from banshi.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_call(uuid, bigint, text) is 'Call a chosen number out of order, with the reason';
revoke execute on function api.ticket_call(uuid, bigint, text) from public;
grant execute on function api.ticket_call(uuid, bigint, text) to banshi_clerk;
