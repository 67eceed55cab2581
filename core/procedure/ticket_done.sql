-- SPDX-License-Identifier: MIT
-- The visit in hand is finished: serving → done.
create function api.ticket_done(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_done');
    v_counter bigint;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := (rule.counter_mine(v_me)).id;
        v_ticket := rule.ticket_in_hand(v_me, v_counter, array['serving']);
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'done',
            ended_at = rule.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id
        returning t.* into v_ticket;
        perform rule.record(v_me, v_counter, 'ticket', v_id, 'done');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
        perform rule.queue_visited(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_done is 'The visit in hand is finished';
grant execute on function api.ticket_done to banshi_clerk;
