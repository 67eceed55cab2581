-- SPDX-License-Identifier: MIT
create function rule.absence_vacate() returns trigger
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
        draft = r.draft,
        version = d.version + 1,
        changed_by = coalesce((rule.me()).id, d.changed_by),
        changed_at = rule.now()
    from (select o.id, rule.roster_touch(new.centre, o.id) as draft
          from (select distinct e.roster as id
                from banshi.roster_duty as e
                where e.centre = new.centre
                  and e.staff = new.staff
                  and e.day between new.first and new.last) as o) as r
    where r.id = d.roster
      and d.centre = new.centre
      and d.staff = new.staff
      and d.day between new.first and new.last
      and coalesce(new.weekday = extract(isodow from d.day), true)
      and lower(d.time) > rule.now()
      and d.override = '';
    return null;
end
$$;
comment on function rule.absence_vacate is 'The planned duties of somebody who will not be there are vacancies with that cause';
