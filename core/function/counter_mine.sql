-- SPDX-License-Identifier: MIT
-- The counter that somebody is signed on to; it cannot be closed before the transaction ends.
create function rule.counter_mine(p_me rule.actor) returns banshi.counter
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.counter;
begin
    select * into v
    from banshi.counter as c
    where c.centre = p_me.centre
      and c.staff = p_me.id
    for key share;
    if not found then
        raise exception using errcode = 'BS006', message = 'not signed on';
    end if;
    return v;
end
$$;
comment on function rule.counter_mine is 'The counter that somebody is signed on to, locked against closing';
