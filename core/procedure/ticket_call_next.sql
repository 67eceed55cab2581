-- SPDX-License-Identifier: MIT
-- Call the next person of my counter's queues (norms 2.2, 5.1): of the heads of the lines the one with the smallest
-- sort_at + lag. A head that another counter is just taking is skipped, never waited for.
create function api.ticket_call_next(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'ticket_call_next');
    v_counter banshi.counter;
    v_day date;
    v_line record;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := banshi.counter_ready(v_me);
        v_day := banshi.today(v_me.centre);
        for v_line in
            select qc.queue, h.sort_at + qc.lag as place, h.id
            from banshi.queue_counter as qc,
                 lateral (select t.sort_at, t.id
                          from banshi.ticket as t
                          where t.centre = v_me.centre
                            and t.day = v_day
                            and t.queue = qc.queue
                            and t.state = 'waiting'
                            and t.target is null
                          order by t.sort_at, t.id
                          limit 1) as h
            where qc.centre = v_me.centre
              and qc.counter = v_counter.id
            union all
            (select null, t.sort_at, t.id
             from banshi.ticket as t
             where t.centre = v_me.centre
               and t.day = v_day
               and t.target = v_counter.id
               and t.state = 'waiting'
               and t.target is not null
             order by t.sort_at, t.id
             limit 1)
            order by place, id
        loop
            if v_line.queue is null then
                select * into v_ticket
                from banshi.ticket as t
                where t.centre = v_me.centre
                  and t.day = v_day
                  and t.target = v_counter.id
                  and t.state = 'waiting'
                  and t.target is not null
                order by t.sort_at, t.id
                limit 1
                for update skip locked;
            else
                select * into v_ticket
                from banshi.ticket as t
                where t.centre = v_me.centre
                  and t.day = v_day
                  and t.queue = v_line.queue
                  and t.state = 'waiting'
                  and t.target is null
                order by t.sort_at, t.id
                limit 1
                for update skip locked;
            end if;
            exit when found;
        end loop;
        if v_ticket.id is null then
            raise exception using errcode = 'BS007', message = '';
        end if;
        perform banshi.ticket_take(v_me, v_counter, v_ticket);
        v_id := v_ticket.id;
        perform banshi.record(v_me, v_counter.id, 'ticket', v_id, 'called');
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'ticket');
    end if;
    return query select * from banshi.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_call_next(uuid) is 'Call the next person of my counter''s queues';
revoke execute on function api.ticket_call_next(uuid) from public;
grant execute on function api.ticket_call_next(uuid) to banshi_clerk;
