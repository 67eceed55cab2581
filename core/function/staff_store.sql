-- SPDX-License-Identifier: MIT
-- Store a member of staff, new without an id, and keep the database role in step: the group of its role, and whether it can
-- log in. The caller has seen to it that the login is ours.
create function rule.staff_store(p_staff banshi.staff) returns bigint
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
        perform rule.login_make(p_staff.login, p_staff.role, p_staff.active);
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
        perform rule.login_group(v_old.login, v_old.role, p_staff.role);
    end if;
    if p_staff.active <> v_old.active then
        perform rule.login_bar(v_old.login, p_staff.active);
    end if;
    return p_staff.id;
end
$$;
comment on function rule.staff_store is 'Store a member of staff and the database role; null when nothing changes';
