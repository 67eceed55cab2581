-- SPDX-License-Identifier: MIT
create function rule.duty_cover(p_centre bigint, p_counter bigint default null)
    returns table (counter bigint, queue bigint, instead text)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := rule.today(p_centre);
begin
    -- cheap when no duty is on, which is most of the day
    if not exists (select from banshi.roster_duty as d
                   where d.centre = p_centre
                     and d.day = v_day
                     and d.published is not null
                     and d.time @> rule.now()) then
        return;
    end if;
    return query
    with duty as materialized (select c.centre, c.id, c.department, c.zone, c.staff, r.kind
                               from banshi.roster_duty as d
                               join banshi.roster as r on r.centre = d.centre and r.id = d.roster
                               join banshi.counter as c on c.centre = d.centre and c.staff = d.published
                               where d.centre = p_centre
                                 and d.day = v_day
                                 and d.time @> rule.now()
                                 and (p_counter is null or c.id = p_counter)),
         able as materialized (select d.staff, k.queue -- what each can do is worked out once
                               from (select distinct d.staff from duty as d) as d,
                                    lateral rule.skills(p_centre, d.staff) as k)
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
comment on function rule.duty_cover is
    'While duties are on: the queues that somebody on duty serves beside those of the own counter, because counters of the '
    'department or the zone that the duty covers are closed or paused, and they are able to; and the numbers of these counters';
