-- SPDX-License-Identifier: MIT
-- A waiting person went home: waiting → left.
create function api.ticket_leave(opid uuid, ticket bigint) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_leave');
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_ticket := rule.ticket_find(v_me, ticket_leave.ticket, array['waiting']);
        perform rule.ticket_allowed(v_me, v_ticket);
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'left',
            ended_at = rule.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform rule.record(v_me, rule.my_counter(), 'ticket', v_id, 'left');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_leave is 'A waiting person went home';
grant execute on function api.ticket_leave to banshi_clerk;
