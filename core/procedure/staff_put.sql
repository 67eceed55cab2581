-- SPDX-License-Identifier: MIT
-- What an administrator typed of a member of staff, checked and stored.
create or replace function banshi.staff_put(p_me banshi.staff, p_staff banshi.staff, p_department text, p_kind text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.staff := p_staff;
    v_id bigint;
begin
    v.name := banshi.text_plain('name', v.name, 50);
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
        v_id := banshi.staff_store(v);
    exception when check_violation then
        raise exception using errcode = 'BS001', message = 'role · ' || v.role;
    end;
    if v_id is not null then
        perform banshi.record(p_me, null, 'staff', v_id, p_kind, v.role);
        perform banshi.changed(p_me.centre, 'staff');
    end if;
    return coalesce(v_id, p_staff.id);
end
$$;
comment on function banshi.staff_put(banshi.staff, banshi.staff, text, text) is
    'Check and store a member of staff, with the department by name';
revoke execute on function banshi.staff_put(banshi.staff, banshi.staff, text, text) from public;
