-- SPDX-License-Identifier: MIT
create function rule.queue_pace(p_queue bigint) returns double precision
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_open bigint;
    v_visits bigint;
    v_seconds double precision;
begin
    select count(*) into v_open
    from rule.queue_served(p_queue) as s
    join banshi.counter as c on c.centre = v_centre and c.id = s.counter
    where c.state = 'open';
    select count(*), avg(d.seconds) into v_visits, v_seconds
    from (select extract(epoch from t.ended_at - t.serving_at) - t.held_seconds as seconds
          from banshi.ticket as t
          where t.centre = v_centre
            and t.day = rule.my_day()
            and t.queue = p_queue
            and t.state = 'done'
          order by t.ended_at desc
          limit 20) as d;
    if v_visits < 5 then
        select q.service_seconds into v_seconds
        from banshi.queue as q
        where q.centre = v_centre
          and q.id = p_queue;
    end if;
    return v_seconds / nullif(v_open, 0);
end
$$;
comment on function rule.queue_pace is
    'Seconds that each person ahead takes: mean of the queue''s last visits over the open counters that serve it now; null when '
    'none does';
grant execute on function rule.queue_pace to banshi_client;
