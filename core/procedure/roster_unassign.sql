-- SPDX-License-Identifier: MIT
-- Take somebody off a duty; it is a hole until somebody else has it.
create function api.roster_unassign(opid uuid, duty bigint, version bigint) returns setof api.roster_duty
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'roster_unassign');
    v_duty banshi.roster_duty;
begin
    if v_id is null then
        v_duty := banshi.roster_duty_lock(v_me, roster_unassign.duty, roster_unassign.version);
        if v_duty.staff is null or upper(v_duty.time) <= banshi.now() then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', v_duty.day);
        end if;
        v_id := v_duty.id;
        perform banshi.roster_give(v_me, v_duty, null, '', false);
        perform banshi.record(v_me, v_duty.counter, 'roster', v_id, 'unassigned');
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster_duty as d where d.id = v_id;
end
$$;
comment on function api.roster_unassign(uuid, bigint, bigint) is 'Take somebody off a duty';
revoke execute on function api.roster_unassign(uuid, bigint, bigint) from public;
grant execute on function api.roster_unassign(uuid, bigint, bigint) to banshi_lead;
