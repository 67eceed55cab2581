-- SPDX-License-Identifier: MIT
-- Put somebody on a duty by hand. Absent or unskilled people need a supervisor's reason.
create function api.roster_assign(opid uuid, duty bigint, version bigint, login text, override text) returns setof api.roster_duty
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_assign');
    v_duty banshi.roster_duty;
    v_staff banshi.staff;
    v_override text;
begin
    if v_id is null then
        v_override := rule.roster_override(v_me, roster_assign.override);
        v_duty := rule.roster_duty_lock(v_me, roster_assign.duty, roster_assign.version);
        if upper(v_duty.time) <= rule.now() then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', v_duty.day);
        end if;
        v_staff := rule.staff_find(v_me, roster_assign.login);
        v_id := v_duty.id;
        perform rule.roster_give(v_me, v_duty, v_staff.id, v_override, false);
        perform rule.record(v_me, v_duty.counter, 'roster', v_id, 'assigned',
                            v_staff.login, v_override);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster', v_id, p_counter => v_duty.counter);
    end if;
    return query select * from api.roster_duty as d where d.id = v_id;
end
$$;
comment on function api.roster_assign is 'Put somebody on a duty by hand';
grant execute on function api.roster_assign to banshi_lead;
