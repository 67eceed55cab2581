-- SPDX-License-Identifier: MIT
-- The person called is not here: called → skipped.
create function api.ticket_skip(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_skip');
    v_counter bigint;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := (rule.counter_mine(v_me)).id;
        v_ticket := rule.ticket_in_hand(v_me, v_counter, array['called']);
        v_id := v_ticket.id;
        update banshi.ticket as t
        set state = 'skipped'
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform rule.record(v_me, v_counter, 'ticket', v_id, 'skipped');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_skip is 'The person called is not here';
grant execute on function api.ticket_skip to banshi_clerk;
