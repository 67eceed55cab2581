-- SPDX-License-Identifier: MIT
-- Call the number in hand again, as often as the centre allows.
create function api.ticket_recall(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_recall');
    v_counter bigint;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := (rule.counter_mine(v_me)).id;
        v_ticket := rule.ticket_in_hand(v_me, v_counter, array['called']);
        v_id := v_ticket.id;
        if v_ticket.calls >= (select c.recall_limit from banshi.centre as c where c.id = v_me.centre) then
            raise exception using errcode = 'BS008', message = v_ticket.number || ' · ' || v_ticket.calls;
        end if;
        update banshi.ticket as t
        set calls = t.calls + 1,
            called_at = rule.now()
        where t.centre = v_ticket.centre
          and t.day = v_ticket.day
          and t.id = v_id;
        perform rule.record(v_me, v_counter, 'ticket', v_id, 'recalled');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_recall is 'Call the number in hand again';
grant execute on function api.ticket_recall to banshi_clerk;
