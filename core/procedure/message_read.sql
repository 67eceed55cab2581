-- SPDX-License-Identifier: MIT
-- Acknowledge a message that one got.
create function api.message_read(opid uuid, message bigint) returns setof api.message
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'message_read');
    v_message banshi.message;
begin
    if v_id is null then
        select * into v_message
        from banshi.message as m
        where m.centre = v_me.centre
          and m.id = message_read.message
          and m.staff = v_me.id
        for update;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'message', message_read.message);
        end if;
        v_id := v_message.id;
        if v_message.read_at is null then -- another terminal of the same person may have been quicker
            update banshi.message as m
            set read_at = rule.now()
            where m.centre = v_me.centre
              and m.id = v_id;
            perform rule.record(v_me, v_message.counter, 'message', v_id, 'read');
            perform rule.changed(v_me.centre, 'message', v_id, p_counter => v_message.counter, p_state => 'read');
        end if;
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.message as m where m.id = v_id;
end
$$;
comment on function api.message_read is 'Acknowledge a message';
grant execute on function api.message_read to banshi_clerk;
