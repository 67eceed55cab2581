-- SPDX-License-Identifier: MIT
-- Runs as banshi_login, the one role that makes logins.
set local role banshi_login;
create function rule.login_bar(p_login text, p_active boolean) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.login_ours(p_login, true) then
        raise exception using errcode = 'BS002', message = 'login · ' || p_login;
    end if;
    execute format('alter role %I %s', p_login, case when p_active then 'login' else 'nologin' end);
end
$$;
comment on function rule.login_bar is 'Bar a login, or let it in again';
grant execute on function rule.login_bar to banshi_procedure;
set local role banshi_procedure;
