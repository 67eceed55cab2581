-- SPDX-License-Identifier: MIT
-- Who can serve all main queues of a counter.
create or replace function banshi.roster_able(p_centre bigint, p_counter bigint) returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select k.staff
    from banshi.skills(p_centre) as k
    join banshi.queue_counter as qc on qc.centre = p_centre and qc.counter = p_counter and qc.lag = '0' and qc.queue = k.queue
    group by k.staff
    having count(*) = (select count(*)
                       from banshi.queue_counter as qc
                       where qc.centre = p_centre
                         and qc.counter = p_counter
                         and qc.lag = '0');
end
$$;
comment on function banshi.roster_able(bigint, bigint) is 'Who can serve all main queues of a counter';
revoke execute on function banshi.roster_able(bigint, bigint) from public;
