-- SPDX-License-Identifier: MIT
-- A lead or supervisor pauses a counter: it calls nobody until one of them resumes it. A number in hand can be finished.
create function api.floor_pause(opid uuid, counter bigint, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'floor_pause');
    v_reason text;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_reason := rule.floor_reason(floor_pause.reason, 'pause', true);
        v_counter := rule.floor_counter(v_me, floor_pause.counter);
        perform rule.counter_switch(v_me, v_counter, 'paused', v_reason, v_me.id);
        v_id := v_counter.id;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_pause is 'Pause a counter, with a reason that is shown there';
grant execute on function api.floor_pause to banshi_lead;
