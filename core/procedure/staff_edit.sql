-- SPDX-License-Identifier: MIT
-- Change what is known of a member of staff; the login stays, the role is changed by api.staff_role.
create function api.staff_edit(opid uuid, login text, name text, department text, party_member boolean) returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_edit');
    v_staff banshi.staff;
begin
    if v_id is null then
        v_staff := rule.staff_administered(v_me, staff_edit.login, true);
        v_staff.name := staff_edit.name;
        v_staff.party_member := staff_edit.party_member;
        v_id := rule.staff_put(v_me, v_staff, staff_edit.department, 'edited');
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_edit is 'Change name, department and party membership of a member of staff';
grant execute on function api.staff_edit to banshi_admin;
