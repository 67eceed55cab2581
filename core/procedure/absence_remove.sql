-- SPDX-License-Identifier: MIT
-- An absence that will not be.
create function api.absence_remove(opid uuid, id bigint) returns setof api.absence
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
begin
    if banshi.operation_begin(v_me, opid, 'absence_remove') is null then
        delete from banshi.absence as a where a.centre = v_me.centre and a.id = absence_remove.id;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'absence', absence_remove.id);
        end if;
        perform banshi.record(v_me, null, 'absence', absence_remove.id, 'removed');
        perform banshi.operation_end(v_me, opid, absence_remove.id);
        perform banshi.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.absence as a where false;
end
$$;
comment on function api.absence_remove(uuid, bigint) is 'Take an absence off the list';
revoke execute on function api.absence_remove(uuid, bigint) from public;
grant execute on function api.absence_remove(uuid, bigint) to banshi_lead;
