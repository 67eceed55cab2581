-- SPDX-License-Identifier: MIT
-- End every session of a login. Only a member of a role may end its sessions: the owner is one for that moment.
create or replace function banshi.staff_end_sessions(p_login text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('grant %I to current_user', p_login);
    perform pg_terminate_backend(a.pid) from pg_stat_activity as a where a.usename = p_login and a.pid <> pg_backend_pid();
    execute format('revoke %I from current_user', p_login);
end
$$;
comment on function banshi.staff_end_sessions(text) is 'End every session of a login';
revoke execute on function banshi.staff_end_sessions(text) from public;
