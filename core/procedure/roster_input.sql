-- SPDX-License-Identifier: MIT
-- What a plan is made from, as one object. Days of a published roster that have begun are not planned again.
create function api.roster_input(kind text, month date) returns table (input jsonb)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_kind banshi.roster_kind;
    v_roster banshi.roster;
    v_from date := greatest(date_trunc('month', roster_input.month)::date, rule.today(v_me.centre));
    v_last date := (date_trunc('month', roster_input.month) + interval '1 month - 1 day')::date;
    v_before date;
begin
    select * into v_kind from banshi.roster_kind as k where k.centre = v_me.centre and k.code = roster_input.kind;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'kind', roster_input.kind);
    end if;
    if roster_input.month is null or v_from > v_last then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'month', to_char(roster_input.month, 'YYYY-MM'));
    end if;
    select * into v_roster
    from banshi.roster as r
    where r.centre = v_me.centre
      and r.kind = v_kind.code
      and r.month = date_trunc('month', roster_input.month);
    if v_roster.version > 0 and v_from = rule.today(v_me.centre) then
        v_from := v_from + 1;
    end if;
    select max(g)::date into v_before
    from generate_series(v_from - interval '14 days', v_from - interval '1 day', '1 day') as g
    where rule.is_working(v_me.centre, g::date);

    return query
    select jsonb_build_object(
        'from', v_from,
        'share', v_kind.share,
        'draft', coalesce(v_roster.draft, 0),
        'days', (select coalesce(jsonb_agg(g::date order by g), '[]')
                 from generate_series(v_from, v_last, interval '1 day') as g
                 where rule.is_working(v_me.centre, g::date)
                   and not exists (select from banshi.hours as h
                                   where h.centre = v_me.centre
                                     and h.day = g::date
                                     and h.session = 'closed')),
        'counters', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'group', c.department,
                                                                  'always', coalesce(v.always, false), 'queues', q.queues)
                                               order by c.position, c.id), '[]')
                     from banshi.counter as c
                     join lateral (select jsonb_agg(qc.queue order by qc.queue) as queues
                                   from banshi.queue_counter as qc
                                   where qc.centre = c.centre
                                     and qc.counter = c.id
                                     and qc.lag = '0') as q on q.queues is not null
                     left join banshi.roster_cover as v on v.centre = c.centre and v.kind = v_kind.code and v.counter = c.id
                     where c.centre = v_me.centre
                       and (v.counter is not null
                            or not exists (select from banshi.roster_cover as o
                                           where o.centre = v_me.centre
                                             and o.kind = v_kind.code))),
        'staff', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'queues', k.queues, 'past', coalesce(n.duties, 0),
                                                               'before', b.staff is not null, 'absent', a.days)
                                            order by coalesce(n.duties, 0), s.id), '[]')
                  from (select x.staff, jsonb_agg(x.queue order by x.queue) as queues
                        from rule.skills(v_me.centre) as x
                        group by x.staff) as k
                  join banshi.staff as s on s.centre = v_me.centre and s.id = k.staff
                  left join rule.roster_counts(v_me.centre, v_kind.code, v_from) as n on n.staff = s.id
                  left join (select distinct d.published as staff
                             from banshi.roster_duty as d
                             where d.centre = v_me.centre
                               and d.day = v_before
                               and d.published is not null) as b on b.staff = s.id
                  cross join lateral (select coalesce(jsonb_agg(g::date order by g), '[]') as days
                                      from banshi.absence as y,
                                           generate_series(greatest(y.first, v_from), least(y.last, v_last), interval '1 day') as g
                                      where y.centre = v_me.centre
                                        and y.staff = s.id
                                        and y.last >= v_from
                                        and y.first <= v_last
                                        and coalesce(y.weekday = extract(isodow from g), true)) as a));
end
$$;
comment on function api.roster_input is 'What the plan of a kind and month is made from';
grant execute on function api.roster_input to banshi_supervisor;
