-- SPDX-License-Identifier: MIT
-- An absence that will not be.
create function api.absence_remove(opid uuid, id bigint) returns setof api.absence
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    if rule.operation_begin(v_me, opid, 'absence_remove') is null then
        delete from banshi.absence as a where a.centre = v_me.centre and a.id = absence_remove.id;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'absence', absence_remove.id);
        end if;
        perform rule.record(v_me, null, 'absence', absence_remove.id, 'removed');
        perform rule.operation_end(v_me, opid, absence_remove.id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.absence as a where false;
end
$$;
comment on function api.absence_remove is 'Take an absence off the list';
grant execute on function api.absence_remove to banshi_lead;
