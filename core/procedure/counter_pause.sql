-- SPDX-License-Identifier: MIT
-- Pause one's own counter: it calls nobody until it is resumed. A number in hand can be finished.
create function api.counter_pause(opid uuid, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'counter_pause');
    v_reason text;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_reason := rule.text_plain('reason', counter_pause.reason);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'pause';
        end if;
        v_counter := rule.counter_mine(v_me);
        perform rule.counter_switch(v_me, v_counter, 'paused', v_reason, null);
        v_id := v_counter.id;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.counter_pause is 'Pause one''s own counter, with a reason';
grant execute on function api.counter_pause to banshi_clerk;
