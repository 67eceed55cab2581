-- SPDX-License-Identifier: MIT
-- Call a locked ticket to a counter. The unique index on the number in hand decides when two terminals of one clerk race.
create function rule.ticket_take(p_me rule.actor, p_counter banshi.counter, p_ticket banshi.ticket)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.ticket as t
    set state = 'called',
        counter = p_counter.id,
        staff = p_me.id,
        calls = case t.state when 'waiting' then t.calls else 0 end + 1,
        called_at = rule.now()
    where t.centre = p_ticket.centre
      and t.day = p_ticket.day
      and t.id = p_ticket.id;
exception
    when unique_violation then
        raise exception using errcode = 'BS005', message = '';
end
$$;
comment on function rule.ticket_take is 'Call a locked ticket to a counter';
