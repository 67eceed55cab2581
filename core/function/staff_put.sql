-- SPDX-License-Identifier: MIT
-- What an administrator typed of a member of staff, checked and stored.
create function rule.staff_put(p_me rule.actor, p_staff banshi.staff, p_department text, p_kind text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.staff := p_staff;
    v_id bigint;
begin
    v.name := rule.text_plain('name', v.name, 50);
    if v.name = '' then
        raise exception using errcode = 'BS001', message = 'name';
    end if;
    v.party_member := coalesce(v.party_member, false);
    v.department := null;
    if coalesce(p_department, '') <> '' then
        select d.id into v.department from banshi.department as d where d.centre = p_me.centre and d.name = p_department;
        if not found then
            raise exception using errcode = 'BS003', message = 'department · ' || p_department;
        end if;
    end if;
    begin
        v_id := rule.staff_store(v);
    exception when check_violation then
        raise exception using errcode = 'BS001', message = 'role · ' || v.role;
    end;
    if v_id is not null then
        perform rule.record(p_me, null, 'staff', v_id, p_kind, v.role);
        perform rule.changed(p_me.centre, 'staff', v_id, p_department => v.department);
    end if;
    return coalesce(v_id, p_staff.id);
end
$$;
comment on function rule.staff_put is 'Check and store a member of staff, with the department by name';
