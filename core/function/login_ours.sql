-- SPDX-License-Identifier: MIT
-- May procedures make or change the database role of a login? Only a role that an import made: one of ours, without any
-- privilege of the server, not the owner's.
create function rule.login_ours(p_login text, p_present boolean) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select p_login ~ '^[a-z][a-z0-9_.-]{0,62}$'
           and p_login !~ '^(pg_|banshi_)'
           and p_login not in ('public', 'none', 'user', 'current_user', 'current_role', 'session_user')
           and case when p_present
                    then exists (select from pg_roles as r
                                 where r.rolname = p_login
                                   and not (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                                            or r.rolbypassrls)
                                   and not pg_has_role(r.oid, 'banshi_owner', 'member')
                                   and not pg_has_role(r.oid, 'banshi_procedure', 'member')
                                   and not pg_has_role(r.oid, 'banshi_login', 'member'))
                    else not exists (select from pg_roles as r where r.rolname = p_login)
               end
$$;
comment on function rule.login_ours is
    'May the role of a login be changed (present among the staff), or be made (not present)?';
grant execute on function rule.login_ours to banshi_login;
