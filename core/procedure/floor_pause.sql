-- SPDX-License-Identifier: MIT
-- A lead or supervisor pauses a counter: it calls nobody until it is resumed. A number in hand can be finished.
-- after: floor_counter, floor_reason
create function api.floor_pause(opid uuid, counter bigint, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'floor_pause');
    v_reason text;
begin
    if v_id is null then
        v_reason := banshi.floor_reason(floor_pause.reason, 'pause', true);
        v_id := (banshi.floor_counter(v_me, floor_pause.counter)).id;
        update banshi.counter as c
        set state = 'paused',
            reason = v_reason,
            changed_by = v_me.id,
            since = banshi.now()
        where c.centre = v_me.centre
          and c.id = v_id
          and c.state = 'open';
        if not found then
            raise exception using errcode = 'BS004', message =
                (select 'counter · ' || c.state from banshi.counter as c where c.centre = v_me.centre and c.id = v_id);
        end if;
        perform banshi.record(v_me, v_id, 'counter', v_id, 'paused', v_reason);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'counter');
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_pause(uuid, bigint, text) is 'Pause a counter, with a reason that is shown there';
revoke execute on function api.floor_pause(uuid, bigint, text) from public;
grant execute on function api.floor_pause(uuid, bigint, text) to banshi_lead;
