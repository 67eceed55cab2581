-- SPDX-License-Identifier: MIT
create function rule.skills(p_centre bigint, p_staff bigint default null)
    returns table (staff bigint, queue bigint, given boolean)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select u.staff, u.queue, bool_or(u.given)
    from (select s.id as staff, qc.queue, false as given
          from banshi.staff as s
          join banshi.counter as c on c.centre = s.centre and c.department = s.department
          join banshi.queue_counter as qc on qc.centre = c.centre and qc.counter = c.id and qc.lag = '0'
          where s.centre = p_centre
            and (p_staff is null or s.id = p_staff)
          union all
          select h.staff, qc.queue, false
          from (select distinct t.staff, t.counter
                from banshi.shift as t
                where t.centre = p_centre
                  and (p_staff is null or t.staff = p_staff)) as h
          join banshi.queue_counter as qc on qc.centre = p_centre and qc.counter = h.counter and qc.lag = '0'
          union all
          select k.staff, k.queue, true
          from banshi.staff_skill as k
          where k.centre = p_centre
            and (p_staff is null or k.staff = p_staff)
            and k.able) as u
    join banshi.staff as s on s.centre = p_centre and s.id = u.staff and s.active and s.role = any (rule.words('staff_role_desk'))
    where not exists (select from banshi.staff_skill as k
                      where k.centre = p_centre
                        and k.staff = u.staff
                        and k.queue = u.queue
                        and not k.able)
    group by u.staff, u.queue;
end
$$;
comment on function rule.skills is
    'Queues that clerks and leads can serve: those of their department''s counters, of the counters they have worked at, and '
    'what was said of them';
