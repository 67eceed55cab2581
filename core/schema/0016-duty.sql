-- SPDX-License-Identifier: MIT
-- Who is on duty covers for others: what a counter on duty serves, what serves a queue while duties are on; and nobody gets a
-- duty on a day for which an absence is just being noted. Norms 5.1, 7.3.

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
    select c.id, qc.queue, string_agg(o.number, '、' order by o.position, o.id)
    from banshi.counter as c
    join banshi.roster_duty as d on d.centre = c.centre and d.published = c.staff and d.day = v_day and d.time @> banshi.now()
    join banshi.roster as r on r.centre = d.centre and r.id = d.roster
    join banshi.counter as o on o.centre = c.centre and o.state <> 'open' and o.id <> c.id
         and (o.department = c.department or (o.zone = c.zone and o.zone <> ''))
    join banshi.queue_counter as qc on qc.centre = o.centre and qc.counter = o.id and qc.lag = '0'
    where c.centre = p_centre
      and (p_counter is null or c.id = p_counter)
      and not exists (select from banshi.queue_counter as w
                      where w.centre = c.centre
                        and w.counter = c.id
                        and w.queue = qc.queue
                        and w.lag = '0')
      and (exists (select from banshi.roster_cover as v
                   where v.centre = o.centre
                     and v.kind = r.kind
                     and v.counter = o.id)
           or not exists (select from banshi.roster_cover as v
                          where v.centre = o.centre
                            and v.kind = r.kind))
      and qc.queue in (select k.queue from banshi.skills(c.centre, c.staff) as k)
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

create or replace function banshi.queue_pace(p_centre bigint, p_day date, p_queue bigint) returns double precision
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_open bigint;
    v_visits bigint;
    v_seconds double precision;
begin
    select count(*) into v_open
    from banshi.queue_served(p_centre, p_queue) as s
    join banshi.counter as c on c.centre = p_centre and c.id = s.counter
    where c.state = 'open';
    select count(*), avg(d.seconds) into v_visits, v_seconds
    from (select extract(epoch from t.ended_at - t.serving_at) - t.held_seconds as seconds
          from banshi.ticket as t
          where t.centre = p_centre
            and t.day = p_day
            and t.queue = p_queue
            and t.state = 'done'
          order by t.ended_at desc
          limit 20) as d;
    if v_visits < 5 then
        select q.service_seconds into v_seconds
        from banshi.queue as q
        where q.centre = p_centre
          and q.id = p_queue;
    end if;
    return v_seconds / nullif(v_open, 0);
end
$$;
comment on function banshi.queue_pace(bigint, date, bigint) is
    'Seconds that each person ahead takes: mean of the queue''s last visits over the open counters that serve it now; null when '
    'none does';

-- once a statement, so that a plan of two thousand duties is checked as a whole
drop trigger roster_duty_staff on banshi.roster_duty;
create or replace function banshi.roster_duty_check() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[];
    v_duty banshi.roster_duty;
    v_refusal text;
begin
    if tg_op = 'INSERT' then
        v_ids := array(select n.id from new_duty as n where n.staff is not null and n.override = '');
    else
        v_ids := array(select n.id
                       from new_duty as n
                       join old_duty as o on o.centre = n.centre and o.id = n.id
                       where n.staff is not null
                         and n.override = ''
                         and (n.staff is distinct from o.staff or o.override <> ''));
    end if;
    if v_ids = '{}' then
        return null;
    end if;
    -- an absence of these people that is just being noted is waited for
    perform from banshi.staff as s
    where (s.centre, s.id) in (select n.centre, n.staff from new_duty as n where n.id = any (v_ids))
    order by s.id
    for no key update;
    select n.* into v_duty
    from new_duty as n
    where n.id = any (v_ids)
      and banshi.absence_of(n.centre, n.staff, n.day) is not null
    order by n.id
    limit 1;
    if not found then
        select n.* into v_duty
        from new_duty as n
        join banshi.queue_counter as qc on qc.centre = n.centre and qc.counter = n.counter and qc.lag = '0'
        left join (select m.centre, k.staff, k.queue
                   from (select r.centre, case when cardinality(v_ids) = 1 then min(r.staff) end as one
                         from new_duty as r
                         where r.id = any (v_ids)
                         group by r.centre) as m,
                        lateral banshi.skills(m.centre, m.one) as k) as k
             on k.centre = n.centre and k.staff = n.staff and k.queue = qc.queue
        where n.id = any (v_ids)
          and k.staff is null
        order by n.id
        limit 1;
    end if;
    if not found then
        select n.* into v_duty
        from new_duty as n
        join banshi.staff as s on s.centre = n.centre and s.id = n.staff
        where n.id = any (v_ids)
          and not s.active
        limit 1;
    end if;
    if found then
        v_refusal := banshi.roster_refusal(v_duty);
        if v_refusal is null then -- an absence that was taken off the list while it was looked at: once more
            raise exception using errcode = 'serialization_failure', message = 'absence';
        end if;
        raise exception using errcode = 'BS030', message = v_refusal;
    end if;
    return null;
end
$$;
comment on function banshi.roster_duty_check() is 'Nobody who is absent or unskilled gets a duty unless a supervisor said why';
create trigger roster_duty_new after insert on banshi.roster_duty
    referencing new table as new_duty
    for each statement execute function banshi.roster_duty_check();
create trigger roster_duty_changed after update on banshi.roster_duty
    referencing old table as old_duty new table as new_duty
    for each statement execute function banshi.roster_duty_check();

create function banshi.absence_empties() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- rosters before people, as whoever assigns
    perform from banshi.roster as r
    where r.centre = new.centre
      and r.month between date_trunc('month', new.first) and new.last
    order by r.id
    for no key update;
    perform from banshi.staff as s where s.centre = new.centre and s.id = new.staff for no key update;
    update banshi.roster_duty as d
    set staff = null,
        cause = 'absent',
        override = '',
        version = d.version + 1,
        changed_by = coalesce((banshi.me()).id, d.changed_by),
        changed_at = banshi.now()
    where d.centre = new.centre
      and d.staff = new.staff
      and d.day between new.first and new.last
      and coalesce(new.weekday = extract(isodow from d.day), true)
      and lower(d.time) > banshi.now()
      and d.override = '';
    return null;
end
$$;
comment on function banshi.absence_empties() is 'The planned duties of somebody who will not be there are holes with that cause';
create trigger absence_duties after insert on banshi.absence for each row execute function banshi.absence_empties();

create index roster_duty_staff_idx on banshi.roster_duty (centre, staff, day) where staff is not null;

revoke execute on function banshi.duty_cover(bigint, bigint), banshi.counter_lines(bigint, bigint),
    banshi.queue_served(bigint, bigint), banshi.absence_empties() from public;
grant execute on function banshi.duty_cover(bigint, bigint), banshi.counter_lines(bigint, bigint),
    banshi.queue_served(bigint, bigint) to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
