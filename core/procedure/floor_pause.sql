-- SPDX-License-Identifier: MIT
-- A lead or supervisor pauses a counter: it calls nobody until one of them resumes it. A number in hand can be finished.
-- after: counter_switch, floor_counter, floor_reason
create function api.floor_pause(opid uuid, counter bigint, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'floor_pause');
    v_reason text;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_reason := banshi.floor_reason(floor_pause.reason, 'pause', true);
        v_counter := banshi.floor_counter(v_me, floor_pause.counter);
        perform banshi.counter_switch(v_me, v_counter, 'paused', v_reason, v_me.id);
        v_id := v_counter.id;
        perform banshi.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_pause(uuid, bigint, text) is 'Pause a counter, with a reason that is shown there';
revoke execute on function api.floor_pause(uuid, bigint, text) from public;
grant execute on function api.floor_pause(uuid, bigint, text) to banshi_lead;
