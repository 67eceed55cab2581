-- SPDX-License-Identifier: MIT
-- Who could have a duty, best first, by the rules of the plan: able, not away, not on duty elsewhere; rested before others,
-- then those with fewer duties.
create function api.roster_candidate_list(duty bigint) returns setof api.roster_candidate
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_duty banshi.roster_duty := rule.roster_duty_find(v_me, roster_candidate_list.duty);
    v_before date;
    v_after date;
begin
    select max(g) filter (where g < v_duty.day), min(g) filter (where g > v_duty.day)
    into v_before, v_after
    from (select n::date as g
          from generate_series(v_duty.day - interval '14 days', v_duty.day + interval '14 days', '1 day') as n) as n
    where rule.is_working(v_me.centre, g);

    return query
    select s.id, s.login, s.name, coalesce(n.duties, 0) as duties, r.rests, coalesce(l.label, '')
    from banshi.staff as s
    left join rule.roster_counts(v_me.centre, (select r.kind from banshi.roster as r
                                               where r.centre = v_me.centre
                                                 and r.id = v_duty.roster), v_duty.day) as n on n.staff = s.id
    left join banshi.counter as c on c.centre = s.centre and c.staff = s.id
    left join api.counter_label as l on l.centre = c.centre and l.counter = c.id
    cross join lateral (select exists (select from banshi.roster_duty as d
                                       where d.centre = v_me.centre
                                         and d.day in (v_before, v_after)
                                         and s.id in (d.staff, d.published)) as rests) as r
    where s.centre = v_me.centre
      and s.active
      and s.id is distinct from v_duty.staff
      and s.id is distinct from v_duty.published
      and rule.absence_of(v_me.centre, s.id, v_duty.day) is null
      and not exists (select from banshi.roster_duty as d
                      where d.centre = v_me.centre
                        and d.day = v_duty.day
                        and d.time && v_duty.time
                        and s.id in (d.staff, d.published))
      and s.id in (select a from rule.roster_able(v_me.centre, v_duty.counter) as a)
    order by r.rests, coalesce(n.duties, 0), s.id;
end
$$;
comment on function api.roster_candidate_list is 'Who could have a duty, best first';
grant execute on function api.roster_candidate_list to banshi_lead;
