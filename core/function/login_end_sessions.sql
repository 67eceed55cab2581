-- SPDX-License-Identifier: MIT
-- Only a member of a role may end its sessions: banshi_login is one for that moment.
-- Runs as banshi_login, the one role that makes logins.
set local role banshi_login;
create function rule.login_end_sessions(p_login text) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.login_ours(p_login, true) then
        raise exception using errcode = 'BS002', message = 'login · ' || p_login;
    end if;
    execute format('grant %I to current_user', p_login);
    perform pg_terminate_backend(a.pid) from pg_stat_activity as a where a.usename = p_login and a.pid <> pg_backend_pid();
    execute format('revoke %I from current_user', p_login);
end
$$;
comment on function rule.login_end_sessions is 'End every session of a login';
grant execute on function rule.login_end_sessions to banshi_procedure;
set local role banshi_procedure;
