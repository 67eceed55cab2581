-- SPDX-License-Identifier: MIT
-- What was asked and accepted is done: says who asked, who accepted, or a supervisor. A visit that is finished does it by itself.
create function api.extension_done(opid uuid, request bigint) returns setof api.extension_request
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'extension_done');
    v_request banshi.extension_request;
begin
    if v_id is null then
        v_request := rule.extension_request_find(v_me, extension_done.request, 'agreed');
        v_id := v_request.id;
        if v_me.id not in (v_request.asker, v_request.answerer) and not rule.at_least(v_me, 'supervisor') then
            raise exception using errcode = 'BS002', message = 'asked of somebody else';
        end if;
        update banshi.extension_request as r
        set state = 'done',
            done_at = rule.now()
        where r.centre = v_me.centre
          and r.id = v_id;
        perform rule.record(v_me, rule.my_counter(), 'extension_request', v_id, 'done');
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'extension', v_request.ticket, 0, v_request.counter, v_request.department, 'done');
    end if;
    return query select * from api.extension_request as r where r.id = v_id;
end
$$;
comment on function api.extension_done is 'What was asked and accepted is done';
grant execute on function api.extension_done to banshi_clerk;
