-- SPDX-License-Identifier: MIT
-- A visit of a queue is over: its time of service is among the last of the day at its counter. That is a row that nobody else is
-- writing: of those that end at the same time none waits for another.
create function rule.queue_visited(p_ticket banshi.ticket) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_seconds constant numeric := extract(epoch from p_ticket.ended_at - p_ticket.serving_at) - p_ticket.held_seconds;
    v_most constant int := 20;
begin
    insert into banshi.queue_pace as p (centre, queue, counter, day, ended, seconds)
    values (p_ticket.centre, p_ticket.queue, p_ticket.counter, p_ticket.day, array[p_ticket.ended_at], array[v_seconds])
    on conflict on constraint queue_pace_pkey do update
    set day = excluded.day,
        ended = case when p.day = excluded.day then p.ended[greatest(1, cardinality(p.ended) - v_most + 2):] end || excluded.ended,
        seconds = case when p.day = excluded.day then p.seconds[greatest(1, cardinality(p.ended) - v_most + 2):] end
                  || excluded.seconds
    where p.day <= excluded.day;
end
$$;
comment on function rule.queue_visited is 'A visit of a queue is over: keep the time that it took';
