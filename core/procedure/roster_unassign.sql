-- SPDX-License-Identifier: MIT
-- Take somebody off a duty; it is vacant until somebody else has it.
create function api.roster_unassign(opid uuid, duty bigint, version bigint) returns setof api.roster_duty
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_unassign');
    v_duty banshi.roster_duty;
begin
    if v_id is null then
        v_duty := rule.roster_duty_lock(v_me, roster_unassign.duty, roster_unassign.version);
        if v_duty.staff is null or upper(v_duty.time) <= rule.now() then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', v_duty.day);
        end if;
        v_id := v_duty.id;
        perform rule.roster_give(v_me, v_duty, null, '', false);
        perform rule.record(v_me, v_duty.counter, 'roster', v_id, 'unassigned');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster', v_id, p_counter => v_duty.counter);
    end if;
    return query select * from api.roster_duty as d where d.id = v_id;
end
$$;
comment on function api.roster_unassign is 'Take somebody off a duty';
grant execute on function api.roster_unassign to banshi_lead;
