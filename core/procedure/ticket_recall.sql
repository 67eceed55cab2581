-- SPDX-License-Identifier: MIT
-- Call the number in hand again, as often as the centre allows.
create function api.ticket_recall(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record := rule.ticket_act(opid, 'ticket_recall', array['called']);
    v_ticket banshi.ticket := v.ticket;
begin
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    if v_ticket.calls >= (select c.recall_limit from banshi.centre as c where c.id = v_ticket.centre) then
        raise exception using errcode = 'BS008', message = v_ticket.number || ' · ' || v_ticket.calls;
    end if;
    update banshi.ticket as t
    set calls = t.calls + 1,
        called_at = v.at
    where t.centre = v_ticket.centre
      and t.day = v_ticket.day
      and t.id = v_ticket.id
    returning * into v_ticket;
    perform rule.ticket_acted(v.me, v_ticket.counter, v_ticket, 'recalled');
    return query select * from rule.ticket_now(v_ticket.day, v_ticket.id);
end
$$;
comment on function api.ticket_recall is 'Call the number in hand again';
grant execute on function api.ticket_recall to banshi_clerk;
