-- SPDX-License-Identifier: MIT
-- Runs as banshi_login, the one role that makes logins.
set local role banshi_login;
create function rule.login_password(p_login text, p_verifier text) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.login_ours(p_login, true) then
        raise exception using errcode = 'BS002', message = 'login · ' || p_login;
    end if;
    execute format('alter role %I password %L', p_login, p_verifier);
end
$$;
comment on function rule.login_password is 'Store the SCRAM verifier of a logins password';
grant execute on function rule.login_password to banshi_procedure;
set local role banshi_procedure;
