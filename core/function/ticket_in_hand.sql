-- SPDX-License-Identifier: MIT
-- The number in hand at a counter, locked.
create function rule.ticket_in_hand(p_me rule.actor, p_counter bigint, p_states text[]) returns banshi.ticket
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.ticket;
begin
    select * into v
    from banshi.ticket as t
    where t.centre = p_me.centre
      and t.day = rule.today(p_me.centre)
      and t.counter = p_counter
      and t.state in ('called', 'serving')
    for update;
    if not found then
        raise exception using errcode = 'BS004', message = 'no number in hand';
    end if;
    if v.state <> all (p_states) then
        raise exception using errcode = 'BS004', message = v.number || ' · ' || v.state;
    end if;
    return v;
end
$$;
comment on function rule.ticket_in_hand is 'The number in hand at a counter, locked; refused unless it is in one of the states';
