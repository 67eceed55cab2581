-- SPDX-License-Identifier: MIT
-- One ticket, as rule.ticket_line tells it of all in its line: counted in the index. Of one that does not wait there is nothing
-- to tell.
create function rule.ticket_ahead(p_state text, p_day date, p_queue bigint, p_target bigint, p_sort_at timestamptz, p_id bigint,
                                  out ahead bigint, out estimate bigint, out counters text)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint;
    v_pace double precision;
begin
    ahead := 0;
    estimate := 0;
    counters := '';
    if p_state <> 'waiting' then
        return;
    end if;
    v_centre := rule.my_centre();
    if p_target is null then
        select count(*) into ahead
        from banshi.ticket as t
        where t.centre = v_centre
          and t.day = p_day
          and t.queue = p_queue
          and t.state = 'waiting'
          and t.target is null
          and (t.sort_at, t.id) < (p_sort_at, p_id);
        select q.pace, q.counters into v_pace, counters from rule.queue_now(p_queue) as q;
    else
        select count(*) into ahead
        from banshi.ticket as t
        where t.centre = v_centre
          and t.day = p_day
          and t.target = p_target
          and t.state = 'waiting'
          and t.target is not null
          and (t.sort_at, t.id) < (p_sort_at, p_id);
        select l.label into counters from api.counter_label as l where l.centre = v_centre and l.counter = p_target;
        v_pace := rule.queue_pace(p_queue);
    end if;
    estimate := rule.ticket_estimate(ahead, v_pace);
end
$$;
comment on function rule.ticket_ahead is
    'Of a ticket that waits: people ahead, estimated seconds, counters that may call it';
grant execute on function rule.ticket_ahead to banshi_client;
