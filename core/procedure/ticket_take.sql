-- SPDX-License-Identifier: MIT
-- Call a locked ticket to a counter. The unique index on the number in hand decides when two terminals of one clerk race.
create or replace function banshi.ticket_take(p_me banshi.staff, p_counter banshi.counter, p_ticket banshi.ticket)
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
        called_at = banshi.now()
    where t.centre = p_ticket.centre
      and t.day = p_ticket.day
      and t.id = p_ticket.id;
exception
    when unique_violation then
        raise exception using errcode = 'BS005', message = '';
end
$$;
comment on function banshi.ticket_take(banshi.staff, banshi.counter, banshi.ticket) is 'Call a locked ticket to a counter';
revoke execute on function banshi.ticket_take(banshi.staff, banshi.counter, banshi.ticket) from public;
