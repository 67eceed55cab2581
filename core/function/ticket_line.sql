-- SPDX-License-Identifier: MIT
-- Who waits in the line of a queue or, with a target, of the counter that they were sent to alone, in the order of calling: how
-- many are before each, the seconds that this takes, and which counters may call them.
create function rule.ticket_line(p_day date, p_queue bigint, p_target bigint)
    returns table (ticket bigint, ahead bigint, estimate bigint, counters text)
    language plpgsql stable rows 50
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_queue record;
    v_label text;
begin
    if p_target is null then
        select q.pace, q.counters into v_queue from rule.queue_now(p_queue) as q;
        return query
        select w.id, w.ahead, rule.ticket_estimate(w.ahead, v_queue.pace), v_queue.counters
        from (select t.id, row_number() over (order by t.sort_at, t.id) - 1 as ahead
              from banshi.ticket as t
              where t.centre = v_centre
                and t.day = p_day
                and t.queue = p_queue
                and t.state = 'waiting'
                and t.target is null) as w;
        return;
    end if;
    select l.label into v_label from api.counter_label as l where l.centre = v_centre and l.counter = p_target;
    return query
    select w.id, w.ahead, rule.ticket_estimate(w.ahead, p.pace), v_label
    from (select t.id, t.queue, row_number() over (order by t.sort_at, t.id) - 1 as ahead
          from banshi.ticket as t
          where t.centre = v_centre
            and t.day = p_day
            and t.target = p_target
            and t.state = 'waiting'
            and t.target is not null) as w
    join (select q.queue, rule.queue_pace(q.queue) as pace
          from (select distinct t.queue
                from banshi.ticket as t
                where t.centre = v_centre
                  and t.day = p_day
                  and t.target = p_target
                  and t.state = 'waiting'
                  and t.target is not null) as q) as p on p.queue = w.queue;
end
$$;
comment on function rule.ticket_line is
    'Who waits in a line, in order: people ahead, estimated seconds, counters that may call them';
grant execute on function rule.ticket_line to banshi_client;
