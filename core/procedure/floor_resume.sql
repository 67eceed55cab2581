-- SPDX-License-Identifier: MIT
-- A lead or supervisor lets a paused counter call again.
create function api.floor_resume(opid uuid, counter bigint, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'floor_resume');
    v_reason text;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_reason := rule.floor_reason(floor_resume.reason, 'resume', false);
        v_counter := rule.floor_counter(v_me, floor_resume.counter);
        perform rule.counter_switch(v_me, v_counter, 'open', v_reason, v_me.id);
        v_id := v_counter.id;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_resume is 'Let a paused counter call again';
grant execute on function api.floor_resume to banshi_lead;
