-- SPDX-License-Identifier: MIT
-- Who can serve all main queues of a counter.
create function rule.roster_able(p_centre bigint, p_counter bigint) returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select k.staff
    from rule.skills(p_centre) as k
    join banshi.queue_counter as qc on qc.centre = p_centre and qc.counter = p_counter and qc.lag = '0' and qc.queue = k.queue
    group by k.staff
    having count(*) = (select count(*)
                       from banshi.queue_counter as qc
                       where qc.centre = p_centre
                         and qc.counter = p_counter
                         and qc.lag = '0');
end
$$;
comment on function rule.roster_able is 'Who can serve all main queues of a counter';
