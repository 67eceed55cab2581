-- SPDX-License-Identifier: MIT
-- What serves a queue now: the counters, how many of them are open, and the seconds that each person ahead takes.
create function rule.queue_now(p_queue bigint, out counters text, out open bigint, out pace double precision)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
begin
    select coalesce(string_agg(l.label, '、' order by s.lag, c.position, c.id), ''), count(*) filter (where c.state = 'open')
    into counters, open
    from rule.queue_served(p_queue) as s
    join banshi.counter as c on c.centre = v_centre and c.id = s.counter
    join api.counter_label as l on l.centre = c.centre and l.counter = c.id;
    pace := rule.queue_seconds(p_queue) / nullif(open, 0);
end
$$;
comment on function rule.queue_now is 'Counters that serve a queue now, how many are open, seconds that each person ahead takes';
grant execute on function rule.queue_now to banshi_client;
