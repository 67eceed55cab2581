-- SPDX-License-Identifier: MIT
-- Take somebody on: a member of staff and a database role of the same login, without a password until one is set.
create function api.staff_new(opid uuid, login text, name text, department text, role text, party_member boolean)
    returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_new');
begin
    if v_id is null then
        if not rule.at_least(v_me, 'admin') then
            raise exception using errcode = 'BS002', message = 'staff · ' || v_me.login;
        end if;
        if staff_new.login !~ '^[a-z][a-z0-9_.-]{0,62}$' is not false then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'login', staff_new.login);
        end if;
        if not rule.login_ours(staff_new.login, false)
           or exists (select from banshi.staff as s where s.login = staff_new.login) then
            raise exception using errcode = 'BS017', message = 'login · ' || staff_new.login;
        end if;
        if staff_new.role is null then
            raise exception using errcode = 'BS001', message = 'role';
        end if;
        v_id := rule.staff_put(v_me, (v_me.centre, null, staff_new.login, staff_new.name, null, staff_new.role,
                                      staff_new.party_member, true), staff_new.department, 'new');
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_new is 'Take somebody on, with a database role of the login';
grant execute on function api.staff_new to banshi_admin;
