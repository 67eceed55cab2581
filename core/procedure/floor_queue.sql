-- SPDX-License-Identifier: MIT
-- A lead or supervisor changes what a counter serves (norm 5.1): a queue from now on as its own (0), only for who has waited
-- some minutes, or no longer (null). The reason goes to who is at it as a message.
create function api.floor_queue(opid uuid, counter bigint, queue bigint, minutes int, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'floor_queue');
    v_reason text;
    v_counter banshi.counter;
    v_code text;
begin
    if v_id is null then
        v_reason := rule.floor_reason(floor_queue.reason, 'queue', false);
        if floor_queue.minutes not between 0 and 240 then
            raise exception using errcode = 'BS001', message = 'lag · ' || floor_queue.minutes;
        end if;
        v_counter := rule.floor_counter(v_me, floor_queue.counter);
        v_id := v_counter.id;
        select q.code into v_code from banshi.queue as q where q.centre = v_me.centre and q.id = floor_queue.queue;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'queue', floor_queue.queue);
        end if;
        if floor_queue.minutes is not null then
            insert into banshi.queue_counter as qc (centre, queue, counter, lag)
            values (v_me.centre, floor_queue.queue, v_id, make_interval(mins => floor_queue.minutes))
            on conflict on constraint queue_counter_pkey do update
            set lag = excluded.lag
            where qc.lag <> excluded.lag;
        else
            delete from banshi.queue_counter as qc
            where qc.centre = v_me.centre
              and qc.queue = floor_queue.queue
              and qc.counter = v_id;
        end if;
        if not found then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'queue', v_code, 'unchanged');
        end if;
        if not exists (select from banshi.queue_counter as qc where qc.centre = v_me.centre and qc.counter = v_id) then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'queue', v_code, 'the last one');
        end if;
        if v_counter.staff is not null and v_reason <> '' then
            perform rule.message_write(v_me, opid, v_counter, v_reason);
        end if;
        perform rule.record(v_me, v_id, 'counter', v_id, 'queue',
                            concat_ws(' · ', v_code, coalesce(floor_queue.minutes::text, 'removed')), v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'counter', v_id, floor_queue.queue, v_id, v_counter.department, v_counter.state);
        perform rule.changed(v_me.centre, 'ticket', 0, floor_queue.queue, v_id);
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_queue is 'Change how a counter serves a queue';
grant execute on function api.floor_queue to banshi_lead;
