-- SPDX-License-Identifier: MIT
-- The member of staff an administrator is about to change, locked: of the own centre, with a role that is ours. Nobody changes
-- their own role or leaves by their own hand, so that there is always an administrator.
create function rule.staff_administered(p_me rule.actor, p_login text, p_own boolean) returns banshi.staff
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.staff;
begin
    if not rule.at_least(p_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'staff · ' || p_me.login;
    end if;
    select * into v
    from banshi.staff as s
    where s.centre = p_me.centre
      and s.login = p_login
    for update;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'login', p_login);
    end if;
    if (v.id = p_me.id and not p_own) or not rule.login_ours(v.login, true) then
        raise exception using errcode = 'BS002', message = 'staff · ' || v.login;
    end if;
    return v;
end
$$;
comment on function rule.staff_administered is
    'The member of staff an administrator is about to change, locked; oneself only when p_own';
