-- SPDX-License-Identifier: MIT
-- A waiting person went home: waiting → left.
create function api.ticket_leave(opid uuid, ticket bigint) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'ticket_leave');
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_ticket := banshi.ticket_find(v_me, ticket_leave.ticket, array['waiting']);
        perform banshi.ticket_allowed(v_me, v_ticket);
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'left',
            ended_at = banshi.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform banshi.record(v_me, banshi.my_counter(), 'ticket', v_id, 'left');
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'ticket');
    end if;
    return query select * from banshi.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_leave(uuid, bigint) is 'A waiting person went home';
revoke execute on function api.ticket_leave(uuid, bigint) from public;
grant execute on function api.ticket_leave(uuid, bigint) to banshi_clerk;
