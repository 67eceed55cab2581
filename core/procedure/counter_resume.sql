-- SPDX-License-Identifier: MIT
-- Resume one's own paused counter. What was paused from the floor is resumed by those who may pause it there.
create function api.counter_resume(opid uuid) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'counter_resume');
    v_counter banshi.counter;
begin
    if v_id is null then
        v_counter := rule.counter_mine(v_me);
        if v_counter.state = 'paused' and v_counter.changed_by <> v_me.id and not rule.oversees(v_me, v_counter.department) then
            raise exception using errcode = 'BS002', message =
                (select concat_ws(' · ', 'counter', 'paused', s.name, v_counter.reason)
                 from banshi.staff as s
                 where s.centre = v_me.centre
                   and s.id = v_counter.changed_by);
        end if;
        perform rule.counter_switch(v_me, v_counter, 'open', '', null);
        v_id := v_counter.id;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.counter_resume is 'Resume one''s own paused counter';
grant execute on function api.counter_resume to banshi_clerk;
