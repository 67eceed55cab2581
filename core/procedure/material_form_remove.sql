-- SPDX-License-Identifier: MIT
-- Take a form away, an administrator's; the event keeps what it was.
create function api.material_form_remove(opid uuid, id bigint) returns setof api.material_form
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v banshi.material_form;
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'material_form';
    end if;
    if rule.operation_begin(v_me, opid, 'material_form_remove') is null then
        delete from banshi.material_form as f
        where f.centre = v_me.centre and f.id = material_form_remove.id
        returning * into v;
        if not found then
            raise exception using errcode = 'BS003', message = 'material_form';
        end if;
        perform rule.record(v_me, null, 'item', v.item, 'form removed', concat_ws(' · ', v.material, v.kind, v.hash), v.name);
        perform rule.operation_end(v_me, opid, v.item);
        perform rule.changed(v_me.centre, 'material_form', v.id);
    end if;
end
$$;
comment on function api.material_form_remove is 'Take a form of a material away';
grant execute on function api.material_form_remove to banshi_admin;
