-- SPDX-License-Identifier: MIT
create function rule.queue_pace(p_queue bigint) returns double precision
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select n.pace from rule.queue_now(p_queue) as n
$$;
comment on function rule.queue_pace is
    'Seconds that each person ahead takes: those of a visit over the open counters that serve the queue now; null when none does';
grant execute on function rule.queue_pace to banshi_client;
