-- SPDX-License-Identifier: MIT
-- May procedures make or change the database role of a login? Only a role that is one of ours: in a group of the staff
-- and in nothing else, without any privilege of the server.
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
                                   -- in one of the groups, and in no other role; that of the tests' clock does not count
                                   and (select bool_and(g.rolname like 'banshi\_%'
                                                        and rule.is_word('staff_role', substr(g.rolname, length('banshi_') + 1)))
                                        from pg_auth_members as m
                                        join pg_roles as g on g.oid = m.roleid
                                        where m.member = r.oid
                                          and g.rolname <> 'banshi_clock'))
                    else not exists (select from pg_roles as r where r.rolname = p_login)
               end
$$;
comment on function rule.login_ours is
    'May the role of a login be changed (present among the staff), or be made (not present)?';
grant execute on function rule.login_ours to banshi_login;
