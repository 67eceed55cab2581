-- SPDX-License-Identifier: MIT
-- Somebody is missing: a stand-in takes the duty at once; without a login the best of the candidates. Absent or unskilled people
-- need a supervisor's reason.
create function api.roster_stand_in(opid uuid, duty bigint, version bigint, login text, override text)
    returns setof api.roster_duty
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_stand_in');
    v_duty banshi.roster_duty;
    v_login text := roster_stand_in.login;
    v_override text;
begin
    if v_id is null then
        v_override := rule.roster_override(v_me, roster_stand_in.override);
        v_duty := rule.roster_duty_lock(v_me, roster_stand_in.duty, roster_stand_in.version);
        if v_duty.checked_in_at is not null or v_duty.day <> rule.today(v_me.centre) or upper(v_duty.time) <= rule.now()
           or not exists (select from banshi.roster as r
                          where r.centre = v_me.centre
                            and r.id = v_duty.roster
                            and r.version > 0) then
            raise exception using errcode = 'BS004', message =
                concat_ws(' · ', 'duty', v_duty.day, case when v_duty.checked_in_at is not null then 'checked in' end);
        end if;
        if v_login is null then
            select c.login into v_login from api.roster_candidate_list(v_duty.id) as c limit 1;
            if not found then
                raise exception using errcode = 'BS003', message = 'stand-in';
            end if;
        end if;
        v_id := v_duty.id;
        perform rule.roster_give(v_me, v_duty, (rule.staff_find(v_me, v_login)).id, v_override, true);
        perform rule.record(v_me, v_duty.counter, 'roster', v_id, 'stand-in',
                            v_login, v_override);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster', v_id, p_counter => v_duty.counter);
    end if;
    return query select * from api.roster_duty as d where d.id = v_id;
end
$$;
comment on function api.roster_stand_in is 'A stand-in takes the duty of somebody who is missing';
grant execute on function api.roster_stand_in to banshi_lead;
