-- SPDX-License-Identifier: MIT
create function rule.my_counter() returns bigint
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select c.id from banshi.counter as c join banshi.staff as s on s.centre = c.centre and s.id = c.staff
        where s.login = session_user and s.active);
end
$$;
comment on function rule.my_counter is 'Counter the session is signed on to; null for none';
grant execute on function rule.my_counter to banshi_client;
