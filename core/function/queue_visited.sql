-- SPDX-License-Identifier: MIT
-- A visit of a queue is over: its time of service is among the last of the day. The row is locked until the transaction ends, so
-- this comes last.
create function rule.queue_visited(p_ticket banshi.ticket) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_seconds constant numeric[] := array[extract(epoch from p_ticket.ended_at - p_ticket.serving_at) - p_ticket.held_seconds];
    v_most constant int := 20;
begin
    insert into banshi.queue_pace as p (centre, queue, day, last)
    values (p_ticket.centre, p_ticket.queue, p_ticket.day, v_seconds)
    on conflict on constraint queue_pace_pkey do update
    set day = excluded.day,
        last = case when p.day = excluded.day then p.last[greatest(1, cardinality(p.last) - v_most + 2):] end || v_seconds
    where p.day <= excluded.day;
end
$$;
comment on function rule.queue_visited is 'A visit of a queue is over: keep the time that it took';
