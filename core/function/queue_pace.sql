-- SPDX-License-Identifier: MIT
create function rule.queue_pace(p_queue bigint) returns double precision
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_open bigint;
begin
    select count(*) into v_open
    from rule.queue_served(p_queue) as s
    join banshi.counter as c on c.centre = v_centre and c.id = s.counter
    where c.state = 'open';
    return rule.queue_seconds(p_queue) / nullif(v_open, 0);
end
$$;
comment on function rule.queue_pace is
    'Seconds that each person ahead takes: those of a visit over the open counters that serve the queue now; null when none does';
grant execute on function rule.queue_pace to banshi_client;
