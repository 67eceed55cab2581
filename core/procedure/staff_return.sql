-- SPDX-License-Identifier: MIT
-- Somebody who left is back: the login works again, with the old role and password.
create function api.staff_return(opid uuid, login text) returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_return');
    v_staff banshi.staff;
begin
    if v_id is null then
        v_staff := rule.staff_administered(v_me, staff_return.login, false);
        if v_staff.active then
            raise exception using errcode = 'BS004', message = v_staff.login || ' · active';
        end if;
        v_staff.active := true;
        v_id := rule.staff_store(v_staff);
        perform rule.record(v_me, null, 'staff', v_id, 'returned');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'staff', v_id, p_department => v_staff.department);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_return is 'Somebody who left is back';
grant execute on function api.staff_return to banshi_admin;
