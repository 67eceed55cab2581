-- SPDX-License-Identifier: MIT
-- Store a member of staff, new without an id, and keep the database role in step: the group of its role, and whether it can
-- log in. The caller has seen to it that the login is ours.
create or replace function banshi.staff_store(p_staff banshi.staff) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_old banshi.staff;
    v_id bigint;
begin
    if p_staff.id is null then
        insert into banshi.staff (centre, login, name, department, role, party_member, active)
        values (p_staff.centre, p_staff.login, p_staff.name, p_staff.department, p_staff.role, p_staff.party_member,
                p_staff.active)
        returning id into v_id;
        execute format('create role %I %s in role %I', p_staff.login, case when p_staff.active then 'login' else 'nologin' end,
                       'banshi_' || p_staff.role);
        return v_id;
    end if;

    select * into strict v_old from banshi.staff as s where s.centre = p_staff.centre and s.id = p_staff.id for update;
    if v_old = p_staff then
        return null;
    end if;
    update banshi.staff as s
    set (name, department, role, party_member, active)
        = (p_staff.name, p_staff.department, p_staff.role, p_staff.party_member, p_staff.active)
    where s.centre = p_staff.centre
      and s.id = p_staff.id;
    if p_staff.role <> v_old.role then
        execute format('revoke %I from %I', 'banshi_' || v_old.role, v_old.login);
        execute format('grant %I to %I', 'banshi_' || p_staff.role, v_old.login);
    end if;
    if p_staff.active <> v_old.active then
        execute format('alter role %I %s', v_old.login, case when p_staff.active then 'login' else 'nologin' end);
    end if;
    return p_staff.id;
end
$$;
comment on function banshi.staff_store(banshi.staff) is 'Store a member of staff and the database role; null when nothing changes';
revoke execute on function banshi.staff_store(banshi.staff) from public;
