-- SPDX-License-Identifier: MIT
-- The person is at the counter: called → serving.
create function api.ticket_serve(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'ticket_serve');
    v_counter bigint;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := (banshi.counter_mine(v_me)).id;
        v_ticket := banshi.ticket_in_hand(v_me, v_counter, array['called']);
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'serving',
            serving_at = banshi.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform banshi.record(v_me, v_counter, 'ticket', v_id, 'serving');
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'ticket');
    end if;
    return query select * from banshi.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_serve(uuid) is 'The person called is at the counter';
revoke execute on function api.ticket_serve(uuid) from public;
grant execute on function api.ticket_serve(uuid) to banshi_clerk;
