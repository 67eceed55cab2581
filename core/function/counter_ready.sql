-- SPDX-License-Identifier: MIT
-- The counter that somebody is signed on to, if it can call: open, and nothing in hand.
create function rule.counter_ready(p_me rule.actor) returns banshi.counter
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.counter := rule.counter_mine(p_me);
    v_number text;
begin
    -- two terminals of one clerk take turns, whatever they call with
    select * into v from banshi.counter as c where c.centre = v.centre and c.id = v.id for no key update;
    if v.state <> 'open' then
        raise exception using errcode = 'BS006', message = concat_ws(' · ', v.state, nullif(v.reason, ''));
    end if;
    select t.number into v_number
    from banshi.ticket as t
    where t.centre = v.centre
      and t.day = rule.today(v.centre)
      and t.counter = v.id
      and t.state in ('called', 'serving');
    if found then
        raise exception using errcode = 'BS005', message = v_number;
    end if;
    return v;
end
$$;
comment on function rule.counter_ready is 'The counter that somebody is signed on to, if it can call';
