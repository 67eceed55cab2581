-- SPDX-License-Identifier: MIT
-- once a statement, so that a plan of two thousand duties is checked as a whole
create function rule.roster_duty_check() returns trigger
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
    where (s.centre, s.id) in (select n.centre, n.staff from new_duty as n where n.id in (select unnest(v_ids)))
    order by s.id
    for no key update;
    select n.* into v_duty
    from new_duty as n
    where n.id in (select unnest(v_ids))
      and exists (select from banshi.absence as a where a.centre = n.centre and a.staff = n.staff and a.last >= n.day)
      and rule.absence_of(n.centre, n.staff, n.day) is not null
    order by n.id
    limit 1;
    if not found then
        -- not in: hashed, however little the planner knows of the skills
        select n.* into v_duty
        from new_duty as n
        join banshi.queue_counter as qc on qc.centre = n.centre and qc.counter = n.counter and qc.lag = '0'
        where n.id in (select unnest(v_ids))
          and (n.centre, n.staff, qc.queue) not in
              (select m.centre, k.staff, k.queue
               from (select r.centre, case when cardinality(v_ids) = 1 then min(r.staff) end as one
                     from new_duty as r
                     where r.id in (select unnest(v_ids))
                     group by r.centre) as m,
                    lateral rule.skills(m.centre, m.one) as k)
        order by n.id
        limit 1;
    end if;
    if not found then
        select n.* into v_duty
        from new_duty as n
        join banshi.staff as s on s.centre = n.centre and s.id = n.staff
        where n.id in (select unnest(v_ids))
          and not s.active
        limit 1;
    end if;
    if found then
        v_refusal := rule.roster_refusal(v_duty);
        if v_refusal is null then -- an absence that was taken off the list while it was looked at: once more
            raise exception using errcode = 'serialization_failure', message = 'absence';
        end if;
        raise exception using errcode = 'BS030', message = v_refusal;
    end if;
    return null;
end
$$;
comment on function rule.roster_duty_check is 'Nobody who is absent or unskilled gets a duty unless a supervisor said why';
