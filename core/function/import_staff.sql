-- SPDX-License-Identifier: MIT
-- Import staff: each is a database role of the same login, a member of the group role of its role. A role that is not
-- one of ours is never touched.
create function rule.import_staff(p_me rule.actor, p_import bigint, p_batch jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
    v_added bigint := 0;
    v_changed bigint := 0;
    v_total bigint := jsonb_array_length(p_batch -> 'records');
begin
    for v in
        select b.line, b.login, b.name, b.role, b.department, d.id as department_id,
               coalesce(b.party_member, o.party_member, false) as party_member,
               coalesce(b.active, o.active, true) as active,
               s.centre as old_centre, o.id,
               row_number() over (partition by b.login order by b.line) as n
        from jsonb_to_recordset(p_batch -> 'records') as b
            (line bigint, login text, name text, department text, role text, party_member boolean, active boolean)
        left join banshi.department as d on d.centre = p_me.centre and d.name = b.department
        left join banshi.staff as s on s.login = b.login
        left join banshi.staff as o on o.centre = p_me.centre and o.id = s.id
        order by b.line
    loop
        if v.n > 1 then
            perform rule.import_refuse(p_batch, v.line, 'duplicate login', v.login);
        elsif v.department <> '' and v.department_id is null then
            perform rule.import_refuse(p_batch, v.line, 'unknown department', v.department);
        elsif v.old_centre <> p_me.centre or not rule.login_ours(v.login, v.id is not null) then
            perform rule.import_refuse(p_batch, v.line, 'the login is in use', v.login);
        elsif not v.active and exists (select from banshi.counter as c
                                       where c.centre = p_me.centre
                                         and c.staff = v.id) then
            perform rule.import_refuse(p_batch, v.line, 'still at a counter', v.login);
        elsif v.id = p_me.id and (v.role <> p_me.role or not v.active) then
            perform rule.import_refuse(p_batch, v.line, 'one''s own role', v.login);
        elsif rule.is_word('staff_role_device', v.role) and exists (select from banshi.counter as c
                                                                    where c.centre = p_me.centre
                                                                      and c.staff = v.id) then
            perform rule.import_refuse(p_batch, v.line, 'still at a counter', v.login);
        elsif rule.staff_store((p_me.centre, v.id, v.login, v.name, v.department_id, v.role, v.party_member, v.active))
              is not null then
            v_added := v_added + (v.id is null)::int;
            v_changed := v_changed + (v.id is not null)::int;
        end if;
    end loop;

    perform rule.import_total(p_me, p_import, 'added', v_added, 'staff');
    perform rule.import_total(p_me, p_import, 'changed', v_changed, 'staff');
    perform rule.import_total(p_me, p_import, 'unchanged', v_total - v_added - v_changed, 'staff');
end
$$;
comment on function rule.import_staff is 'Import staff and make their database roles';
