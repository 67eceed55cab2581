-- SPDX-License-Identifier: MIT
-- Give a member of staff another role; what the sessions under way may do changes at once.
create function api.staff_role(opid uuid, login text, role text) returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_role');
    v_staff banshi.staff;
begin
    if v_id is null then
        v_staff := rule.staff_administered(v_me, staff_role.login, false);
        if not rule.is_word('staff_role', staff_role.role) then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'role', staff_role.role);
        end if;
        if rule.is_word('staff_role_device', staff_role.role)
           and exists (select from banshi.counter as c where c.centre = v_staff.centre and c.staff = v_staff.id) then
            raise exception using errcode = 'BS004', message = v_staff.login || ' · still at a counter';
        end if;
        v_staff.role := staff_role.role;
        v_id := v_staff.id;
        if rule.staff_store(v_staff) is not null then
            perform rule.record(v_me, null, 'staff', v_id, 'role', v_staff.role);
            perform rule.changed(v_me.centre, 'staff', v_id, p_department => v_staff.department);
        end if;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_role is 'Give a member of staff another role';
grant execute on function api.staff_role to banshi_admin;
