-- SPDX-License-Identifier: MIT
-- Ask a colleague to take one's duty, for one of theirs or for none: what both of them can do.
create function api.roster_swap(opid uuid, duty bigint, colleague text, other bigint, reason text) returns setof api.roster_swap
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_swap');
    v_duty banshi.roster_duty;
    v_other banshi.roster_duty;
    v_staff banshi.staff;
begin
    if v_id is null then
        v_duty := rule.roster_duty_lock(v_me, roster_swap.duty, null);
        v_staff := rule.staff_find(v_me, roster_swap.colleague);
        if v_staff.id = v_me.id then
            raise exception using errcode = 'BS002', message = concat_ws(' · ', 'duty', v_duty.day);
        end if;
        perform rule.roster_swap_given(v_duty, v_me.id);
        if roster_swap.other is not null then
            v_other := rule.roster_duty_lock(v_me, roster_swap.other, null);
            if v_other.published is distinct from v_staff.id or v_other.staff is distinct from v_staff.id
               or lower(v_other.time) <= rule.now() then
                raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', v_other.day);
            end if;
        end if;
        perform rule.roster_taken_by(v_duty, rule.actor_of(v_staff), v_other.id);
        if v_other.id is not null then
            perform rule.roster_taken_by(v_other, v_me, v_duty.id);
        end if;
        insert into banshi.roster_swap as w (centre, duty, other, staff, colleague, reason, asked_at)
        values (v_me.centre, v_duty.id, v_other.id, v_me.id, v_staff.id, rule.text_plain('reason', roster_swap.reason, 200),
                rule.now())
        returning w.id into v_id;
        perform rule.record(v_me, v_duty.counter, 'roster', v_duty.id, 'swap asked', v_staff.login);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster_swap as w where w.id = v_id;
end
$$;
comment on function api.roster_swap is 'Ask a colleague to take one''s duty';
grant execute on function api.roster_swap to banshi_clerk;
