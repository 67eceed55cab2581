-- SPDX-License-Identifier: MIT
-- Void a number, with the reason: a skipped one of my queues, or as a lead also a waiting one.
create function api.ticket_void(opid uuid, ticket bigint, reason text) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_void');
    v_ticket banshi.ticket;
    v_reason text;
begin
    if v_id is null then
        v_reason := rule.text_plain('reason', ticket_void.reason);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'void';
        end if;
        v_ticket := rule.ticket_find(v_me, ticket_void.ticket, array['waiting', 'skipped']);
        perform rule.ticket_allowed(v_me, v_ticket);
        if v_ticket.state = 'waiting' and not rule.at_least(v_me, 'lead') then
            raise exception using errcode = 'BS002', message = v_ticket.number || ' · ' || v_ticket.state;
        end if;
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'void',
            ended_at = rule.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform rule.ticket_remark(v_ticket, v_reason);
        perform rule.record(v_me, rule.my_counter(), 'ticket', v_id, 'void', '', v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_void is 'Void a skipped number, as a lead also a waiting one';
grant execute on function api.ticket_void to banshi_clerk;
