-- SPDX-License-Identifier: MIT
-- Resume one's own paused counter.
create function api.counter_resume(opid uuid) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'counter_resume');
begin
    if v_id is null then
        v_id := (banshi.counter_mine(v_me)).id;
        update banshi.counter as c
        set state = 'open',
            reason = '',
            changed_by = null,
            since = banshi.now()
        where c.centre = v_me.centre
          and c.id = v_id
          and c.state = 'paused';
        if not found then
            raise exception using errcode = 'BS004', message = 'counter · open';
        end if;
        perform banshi.record(v_me, v_id, 'counter', v_id, 'resumed');
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'counter');
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.counter_resume(uuid) is 'Resume one''s own paused counter';
revoke execute on function api.counter_resume(uuid) from public;
grant execute on function api.counter_resume(uuid) to banshi_clerk;
