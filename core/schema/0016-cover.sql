-- SPDX-License-Identifier: MIT
-- Who is on duty covers for others: what a counter on duty serves, what serves a queue while duties are on. Norms 5.1, 7.3.

create function banshi.duty_cover(p_centre bigint, p_counter bigint default null)
    returns table (counter bigint, queue bigint, instead text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := banshi.today(p_centre);
begin
    -- cheap when no duty is on, which is most of the day
    if not exists (select from banshi.roster_duty as d
                   where d.centre = p_centre
                     and d.day = v_day
                     and d.published is not null
                     and d.time @> banshi.now()) then
        return;
    end if;
    return query
    with duty as materialized (select c.centre, c.id, c.department, c.zone, c.staff, r.kind
                               from banshi.roster_duty as d
                               join banshi.roster as r on r.centre = d.centre and r.id = d.roster
                               join banshi.counter as c on c.centre = d.centre and c.staff = d.published
                               where d.centre = p_centre
                                 and d.day = v_day
                                 and d.time @> banshi.now()
                                 and (p_counter is null or c.id = p_counter)),
         able as materialized (select d.staff, k.queue -- what each can do is worked out once
                               from (select distinct d.staff from duty as d) as d,
                                    lateral banshi.skills(p_centre, d.staff) as k)
    select c.id, qc.queue, string_agg(o.number, '、' order by o.position, o.id)
    from duty as c
    join banshi.counter as o on o.centre = c.centre and o.state <> 'open' and o.id <> c.id
         and (o.department = c.department or (o.zone = c.zone and o.zone <> ''))
    join banshi.queue_counter as qc on qc.centre = o.centre and qc.counter = o.id and qc.lag = '0'
    join able as k on k.staff = c.staff and k.queue = qc.queue
    where not exists (select from banshi.queue_counter as w
                      where w.centre = c.centre
                        and w.counter = c.id
                        and w.queue = qc.queue
                        and w.lag = '0')
      and (exists (select from banshi.roster_cover as v
                   where v.centre = o.centre
                     and v.kind = c.kind
                     and v.counter = o.id)
           or not exists (select from banshi.roster_cover as v
                          where v.centre = o.centre
                            and v.kind = c.kind))
    group by c.id, qc.queue;
end
$$;
comment on function banshi.duty_cover(bigint, bigint) is
    'While duties are on: the queues that somebody on duty serves beside those of the own counter, because counters of the '
    'department or the zone that the duty covers are closed or paused, and they are able to; and the numbers of these counters';

create function banshi.counter_lines(p_centre bigint, p_counter bigint) returns table (queue bigint, lag interval)
    language plpgsql stable security definer
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
          from banshi.duty_cover(p_centre, p_counter) as d) as l
    group by l.queue;
end
$$;
comment on function banshi.counter_lines(bigint, bigint) is
    'The queues that a counter serves now, with their lags: its own and those that it covers on duty';

create function banshi.queue_served(p_centre bigint, p_queue bigint) returns table (counter bigint, lag interval)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select c.id, qc.lag
    from banshi.queue_counter as qc
    join banshi.counter as c on c.centre = qc.centre and c.id = qc.counter and c.state = 'open'
    join banshi.roster_duty as d on d.centre = c.centre and d.published = c.staff and d.day = banshi.today(p_centre)
         and d.time @> banshi.now()
    where qc.centre = p_centre
      and qc.queue = p_queue
    union
    select d.counter, interval '0'
    from banshi.duty_cover(p_centre) as d
    join banshi.counter as c on c.centre = p_centre and c.id = d.counter and c.state = 'open'
    where d.queue = p_queue;
    if not found then
        return query
        select qc.counter, qc.lag
        from banshi.queue_counter as qc
        where qc.centre = p_centre
          and qc.queue = p_queue;
    end if;
end
$$;
comment on function banshi.queue_served(bigint, bigint) is
    'Counters that serve a queue now: while duties are on, those on duty, as far as any of them serves it; else all';

revoke execute on function banshi.duty_cover(bigint, bigint), banshi.counter_lines(bigint, bigint),
    banshi.queue_served(bigint, bigint) from public;
grant execute on function banshi.duty_cover(bigint, bigint), banshi.counter_lines(bigint, bigint),
    banshi.queue_served(bigint, bigint) to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
