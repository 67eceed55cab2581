-- SPDX-License-Identifier: MIT
-- The person is at the counter for the duty of now; from half an hour before it begins.
create function api.roster_check_in(opid uuid) returns setof api.roster_duty
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_check_in');
    v_duty banshi.roster_duty;
begin
    if v_id is null then
        select * into v_duty
        from banshi.roster_duty as d
        where d.centre = v_me.centre
          and d.published = v_me.id
          and d.day = rule.today(v_me.centre)
          and upper(d.time) > rule.now()
          and lower(d.time) <= rule.now() + interval '30 minutes'
        order by lower(d.time)
        limit 1
        for update;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'duty', rule.today(v_me.centre));
        end if;
        if v_duty.checked_in_at is not null then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', 'checked in');
        end if;
        v_id := v_duty.id;
        update banshi.roster_duty as d
        set checked_in_at = rule.now()
        where d.centre = v_me.centre
          and d.id = v_id;
        perform rule.record(v_me, v_duty.counter, 'roster', v_id, 'checked in');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster', v_id, p_counter => v_duty.counter);
    end if;
    return query select * from api.roster_duty as d where d.id = v_id;
end
$$;
comment on function api.roster_check_in is 'Be there for the duty of now';
grant execute on function api.roster_check_in to banshi_clerk;
