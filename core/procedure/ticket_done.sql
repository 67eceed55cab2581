-- SPDX-License-Identifier: MIT
-- The visit in hand is finished: serving → done.
create function api.ticket_done(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_done', array['serving']);
    v_ticket banshi.ticket := v.ticket;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    update banshi.ticket as t
    set state = 'done',
        ended_at = v.at
    where t.centre = v_ticket.centre
      and t.day = v_ticket.day
      and t.id = v_ticket.id
    returning * into v_ticket;
    perform rule.ticket_acted(v.me, v_ticket.counter, v_ticket, 'done');
    perform rule.queue_visited(v_ticket);
    return query select * from rule.ticket_now(v_ticket.day, v_ticket.id);
end
$$;
comment on function api.ticket_done is 'The visit in hand is finished';
grant execute on function api.ticket_done to banshi_clerk;
