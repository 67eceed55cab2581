-- SPDX-License-Identifier: MIT
-- Runs as banshi_login, the one role that makes logins.
set local role banshi_login;
create function rule.login_make(p_login text, p_role text, p_active boolean) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.login_ours(p_login, false) then
        raise exception using errcode = 'BS002', message = 'login · ' || p_login;
    end if;
    execute format('create role %I %s in role %I', p_login, case when p_active then 'login' else 'nologin' end,
                   'banshi_' || p_role);
end
$$;
comment on function rule.login_make is 'Make the database role of a login, in the group of its role';
grant execute on function rule.login_make to banshi_procedure;
set local role banshi_procedure;
