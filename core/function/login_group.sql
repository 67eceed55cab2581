-- SPDX-License-Identifier: MIT
-- Runs as banshi_login, the one role that makes logins.
set local role banshi_login;
create function rule.login_group(p_login text, p_from text, p_to text) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if not rule.login_ours(p_login, true) then
        raise exception using errcode = 'BS002', message = 'login · ' || p_login;
    end if;
    execute format('revoke %I from %I', 'banshi_' || p_from, p_login);
    execute format('grant %I to %I', 'banshi_' || p_to, p_login);
end
$$;
comment on function rule.login_group is 'Move a login from the group of one role to that of another';
grant execute on function rule.login_group to banshi_procedure;
set local role banshi_procedure;
