-- SPDX-License-Identifier: MIT
create function rule.counter_lines(p_centre bigint, p_counter bigint) returns table (queue bigint, lag interval)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select l.queue, min(l.lag)
    from (select qc.queue, qc.lag
          from banshi.queue_counter as qc
          where qc.centre = p_centre
            and qc.counter = p_counter
          union all
          select d.queue, interval '0'
          from rule.duty_cover(p_centre, p_counter) as d) as l
    group by l.queue;
end
$$;
comment on function rule.counter_lines is
    'The queues that a counter serves now, with their lags: its own and those that it covers on duty';
