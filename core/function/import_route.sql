-- SPDX-License-Identifier: MIT
-- Give every item its queue: the one it asks for, else its department's, else the comprehensive one.
create function rule.import_route(p_me rule.actor, p_import bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.item as i
    set queue = best.queue
    from (select i.id,
                 coalesce((select q.id
                           from banshi.queue as q
                           where q.centre = i.centre
                             and q.name = i.wanted_queue
                           order by (q.department = i.department) desc nulls last, q.id
                           limit 1),
                          (select q.id
                           from banshi.queue as q
                           where q.centre = i.centre
                             and q.department = i.department
                           order by (q.name = i.heading) desc, q.id
                           limit 1),
                          (select q.id
                           from banshi.queue as q
                           where q.centre = i.centre
                             and q.comprehensive
                           order by q.id
                           limit 1)) as queue
          from banshi.item as i
          where i.centre = p_me.centre) as best
    where i.centre = p_me.centre
      and i.id = best.id
      and i.queue <> best.queue;

    perform rule.import_warn(p_me, p_import,
                             (select count(*)
                              from banshi.item as i
                              join banshi.queue as q on q.centre = i.centre and q.id = i.queue
                              where i.centre = p_me.centre
                                and i.active
                                and q.comprehensive),
                             'items without a queue of their department go to the comprehensive queue');
    perform rule.import_warn(p_me, p_import,
                             (select count(*)
                              from banshi.item as i
                              where i.centre = p_me.centre
                                and i.active
                                and not exists (select from banshi.queue_counter as qc
                                                where qc.centre = i.centre
                                                  and qc.queue = i.queue)),
                             'items that no counter serves');
end
$$;
comment on function rule.import_route is 'Give every item its queue, and warn of those without one';
