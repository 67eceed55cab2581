-- SPDX-License-Identifier: MIT
-- The counter that somebody is signed on to; it cannot be closed before the transaction ends.
create or replace function banshi.counter_mine(p_me banshi.staff) returns banshi.counter
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
comment on function banshi.counter_mine(banshi.staff) is 'The counter that somebody is signed on to, locked against closing';
revoke execute on function banshi.counter_mine(banshi.staff) from public;
