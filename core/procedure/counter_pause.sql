-- SPDX-License-Identifier: MIT
-- Pause one's own counter: it calls nobody until it is resumed. A number in hand can be finished.
create function api.counter_pause(opid uuid, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'counter_pause');
    v_reason text;
begin
    if v_id is null then
        v_reason := banshi.text_plain('reason', counter_pause.reason);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'pause';
        end if;
        v_id := (banshi.counter_mine(v_me)).id;
        update banshi.counter as c
        set state = 'paused',
            reason = v_reason,
            changed_by = null,
            since = banshi.now()
        where c.centre = v_me.centre
          and c.id = v_id
          and c.state = 'open';
        if not found then
            raise exception using errcode = 'BS004', message = 'counter · paused';
        end if;
        perform banshi.record(v_me, v_id, 'counter', v_id, 'paused', v_reason);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'counter');
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.counter_pause(uuid, text) is 'Pause one''s own counter, with a reason';
revoke execute on function api.counter_pause(uuid, text) from public;
grant execute on function api.counter_pause(uuid, text) to banshi_clerk;
