-- SPDX-License-Identifier: MIT
create function rule.queue_served(p_queue bigint) returns table (counter bigint, lag interval)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_day date := rule.today(v_centre);
begin
    -- cheap when no duty is on, which is most of the day
    if not exists (select from banshi.roster_duty as d
                   where d.centre = v_centre
                     and d.day = v_day
                     and d.published is not null
                     and d.time @> rule.now()) then
        return query
        select qc.counter, qc.lag
        from banshi.queue_counter as qc
        where qc.centre = v_centre
          and qc.queue = p_queue;
        return;
    end if;
    return query
    select c.id, qc.lag
    from banshi.queue_counter as qc
    join banshi.counter as c on c.centre = qc.centre and c.id = qc.counter and c.state = 'open'
    join banshi.roster_duty as d on d.centre = c.centre and d.published = c.staff and d.day = v_day
         and d.time @> rule.now()
    where qc.centre = v_centre
      and qc.queue = p_queue
    union
    select d.counter, interval '0'
    from rule.duty_cover(v_centre) as d
    join banshi.counter as c on c.centre = v_centre and c.id = d.counter and c.state = 'open'
    where d.queue = p_queue;
    if not found then
        return query
        select qc.counter, qc.lag
        from banshi.queue_counter as qc
        where qc.centre = v_centre
          and qc.queue = p_queue;
    end if;
end
$$;
comment on function rule.queue_served is
    'Counters that serve a queue now: while duties are on, those on duty, as far as any of them serves it; else all';
grant execute on function rule.queue_served to banshi_client;
