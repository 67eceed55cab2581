-- SPDX-License-Identifier: MIT
-- A lead or supervisor closes a counter and ends the shift there, with a reason that is shown to who was at it. Refused while
-- numbers are in hand or held.
create function api.floor_close(opid uuid, counter bigint, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'floor_close');
    v_reason text;
    v_counter banshi.counter;
begin
    if v_id is null then
        v_reason := rule.floor_reason(floor_close.reason, 'close', true);
        v_counter := rule.floor_counter(v_me, floor_close.counter);
        v_id := v_counter.id;
        if v_counter.state = 'closed' then
            raise exception using errcode = 'BS004', message = 'counter · closed';
        end if;
        update banshi.shift as s
        set ended_by = v_me.id,
            end_reason = v_reason
        where s.centre = v_me.centre
          and s.staff = v_counter.staff
          and s.ended_at is null;
        perform rule.counter_close(v_me, v_counter);
        perform rule.record(v_me, v_id, 'counter', v_id, 'closed from the floor', '', v_reason);
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_close is 'Close a counter, with a reason that is shown to who was at it';
grant execute on function api.floor_close to banshi_lead;
