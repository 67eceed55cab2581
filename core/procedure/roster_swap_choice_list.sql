-- SPDX-License-Identifier: MIT
-- Whom one could ask to take a duty of one's own, and for which of theirs: what api.roster_swap would not refuse. First the duties
-- of two months that could be taken for it, then those who could take it for nothing in return.
create function api.roster_swap_choice_list(duty bigint) returns setof api.roster_swap_choice
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_duty banshi.roster_duty := rule.roster_duty_find(v_me, roster_swap_choice_list.duty);
begin
    perform rule.roster_swap_given(v_duty, v_me.id);

    return query
    with able as (select s.id, s.login, s.name
                  from banshi.staff as s
                  where s.centre = v_me.centre
                    and s.active
                    and s.id <> v_me.id
                    and rule.absence_of(v_me.centre, s.id, v_duty.day) is null
                    and s.id in (select a from rule.roster_able(v_me.centre, v_duty.counter) as a)),
         known as (select k.queue from rule.skills(v_me.centre, v_me.id) as k),
         days as materialized (select g::date as day
                               from generate_series(rule.today(v_me.centre), rule.today(v_me.centre) + 62,
                                                    interval '1 day') as g
                               where rule.absence_of(v_me.centre, v_me.id, g::date) is null),
         others as (select d.*
                    from days
                    join banshi.roster_duty as d on d.centre = v_me.centre and d.day = days.day
                    where d.staff = d.published
                      and lower(d.time) > rule.now()
                      and not exists (select from banshi.queue_counter as qc
                                      where qc.centre = v_me.centre
                                        and qc.counter = d.counter
                                        and qc.lag = '0'
                                        and qc.queue not in (select k.queue from known as k))
                      and not exists (select from banshi.roster_duty as e
                                      where e.centre = v_me.centre
                                        and e.day = d.day
                                        and e.time && d.time
                                        and e.id <> v_duty.id
                                        and v_me.id in (e.staff, e.published))),
         choices as (select a.*, o.id as other, o.day, o.counter
                     from able as a
                     join others as o on o.published = a.id
                     union all
                     select a.*, null, null, null
                     from able as a)
    select c.id, c.login, c.name, c.other, c.day, coalesce(l.label, '')
    from choices as c
    left join api.counter_label as l on l.centre = v_me.centre and l.counter = c.counter
    where not exists (select from banshi.roster_duty as e
                      where e.centre = v_me.centre
                        and e.day = v_duty.day
                        and e.time && v_duty.time
                        and e.id is distinct from c.other
                        and c.id in (e.staff, e.published))
    order by c.day, c.name, l.label, c.id; -- without a day last
end
$$;
comment on function api.roster_swap_choice_list is 'Whom one could ask to take a duty, and for what';
grant execute on function api.roster_swap_choice_list to banshi_clerk;
