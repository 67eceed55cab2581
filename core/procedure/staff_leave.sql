-- SPDX-License-Identifier: MIT
-- Somebody leaves: the counter is closed (refused while numbers are in hand or held there), the login is barred and every
-- session under way is ended. What they did stays.
create function api.staff_leave(opid uuid, login text) returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_leave');
    v_staff banshi.staff;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_staff := rule.staff_administered(v_me, staff_leave.login, false);
        if not v_staff.active then
            raise exception using errcode = 'BS004', message = v_staff.login || ' · left';
        end if;
        select * into v_counter from banshi.counter as c where c.centre = v_staff.centre and c.staff = v_staff.id for update;
        if found then
            perform rule.counter_close(v_me, v_counter);
        end if;
        v_staff.active := false;
        v_id := rule.staff_store(v_staff);
        perform rule.record(v_me, null, 'staff', v_id, 'left');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'staff', v_id, p_department => v_staff.department);
        perform rule.login_end_sessions(v_staff.login);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_leave is 'Somebody leaves: counter closed, login barred, sessions ended';
grant execute on function api.staff_leave to banshi_admin;
