-- SPDX-License-Identifier: MIT
-- Seconds that a visit of a queue takes: the mean of its last visits today or, while these are few, what is said of the queue.
create function rule.queue_seconds(p_queue bigint) returns double precision
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_seconds double precision;
begin
    select avg(l.seconds) into v_seconds
    from (select v.seconds
          from banshi.queue_pace as p, unnest(p.ended, p.seconds) as v (ended, seconds)
          where p.centre = v_centre
            and p.queue = p_queue
            and p.day = rule.my_day()
          order by v.ended desc
          limit 20) as l
    having count(*) >= 5;
    if not found then
        select q.service_seconds into v_seconds from banshi.queue as q where q.centre = v_centre and q.id = p_queue;
    end if;
    return v_seconds;
end
$$;
comment on function rule.queue_seconds is 'Seconds that a visit of a queue takes: the mean of its last visits today';
grant execute on function rule.queue_seconds to banshi_client;
