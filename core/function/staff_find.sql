-- SPDX-License-Identifier: MIT
-- Somebody active of one's own centre by login.
create function rule.staff_find(p_me rule.actor, p_login text) returns banshi.staff
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.staff;
begin
    select * into v from banshi.staff as s where s.centre = p_me.centre and s.login = p_login and s.active;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'login', p_login);
    end if;
    return v;
end
$$;
comment on function rule.staff_find is 'Somebody active of one''s own centre by login';
