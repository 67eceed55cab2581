-- SPDX-License-Identifier: MIT
create function rule.import_counters(p_me rule.actor, p_import bigint, p_batch jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_total bigint := jsonb_array_length(p_batch -> 'records');
    v_departments bigint;
    v_queues bigint;
    v_added bigint;
    v_changed bigint;
    v_help_lag constant interval := '10 minutes';
begin
    perform rule.import_refuse(p_batch, r.line, 'duplicate counter', r.department || ' ' || r.number)
    from (select b.line, b.department, b.number,
                 row_number() over (partition by b.department, b.number order by b.line) as n
          from jsonb_to_recordset(p_batch -> 'records') as b (line bigint, department text, number text)) as r
    where r.n > 1;

    insert into banshi.department (centre, name)
    select p_me.centre, b.department
    from jsonb_to_recordset(p_batch -> 'records') as b (line bigint, department text)
    group by b.department
    order by min(b.line)
    on conflict do nothing;
    get diagnostics v_departments = row_count;

    -- free codes in their order for the queues that are new, in the file's order; a comprehensive counter that is called
    -- like the comprehensive queue needs no other
    insert into banshi.queue (centre, code, name, department)
    select p_me.centre, free.code, new.name, new.department
    from (select b.queue as name, d.id as department, row_number() over (order by min(b.line)) as n
          from jsonb_to_recordset(p_batch -> 'records') as b
              (line bigint, department text, queue text, comprehensive boolean)
          join banshi.department as d on d.centre = p_me.centre and d.name = b.department
          where not exists (select from banshi.queue as q
                            where q.centre = p_me.centre
                              and q.name = b.queue
                              and (q.department = d.id or (q.comprehensive and b.comprehensive)))
          group by b.queue, d.id) as new
    join (select c.code, row_number() over (order by g) as n
          from generate_series(1, v_total + (select count(*) from banshi.queue where centre = p_me.centre)) as g,
               lateral (select rule.import_queue_code(g) as code) as c
          where not exists (select from banshi.queue as q
                            where q.centre = p_me.centre
                              and q.code = c.code)) as free using (n)
    order by new.n;
    get diagnostics v_queues = row_count;

    with written as (
        insert into banshi.counter as c (centre, department, number, name, zone, position, comprehensive)
        select p_me.centre, d.id, b.number, b.name, coalesce(b.zone, o.zone, ''), row_number() over (order by b.line),
               b.comprehensive
        from jsonb_to_recordset(p_batch -> 'records') as b
            (line bigint, department text, number text, name text, zone text, comprehensive boolean)
        join banshi.department as d on d.centre = p_me.centre and d.name = b.department
        left join banshi.counter as o on o.centre = p_me.centre and o.department = d.id and o.number = b.number
        order by b.line
        on conflict (centre, department, number) do update
        set (name, zone, position, comprehensive)
            = (excluded.name, excluded.zone, excluded.position, excluded.comprehensive)
        where (c.name, c.zone, c.position, c.comprehensive)
            is distinct from (excluded.name, excluded.zone, excluded.position, excluded.comprehensive)
        returning c.xmax = 0 as added -- only an updated row has been locked
    )
    select count(*) filter (where w.added), count(*) filter (where not w.added)
    into v_added, v_changed
    from written as w;

    -- the queues of the file's counters, and those that comprehensive counters of earlier files help out in
    with wanted as (
        select c.id as counter, q.id as queue,
               case when q.comprehensive or (q.department = c.department and q.name = b.queue) then '0'
                    else v_help_lag
               end as lag
        from banshi.counter as c
        join banshi.department as d on d.centre = c.centre and d.id = c.department
        left join jsonb_to_recordset(p_batch -> 'records') as b (department text, number text, queue text)
            on b.department = d.name and b.number = c.number
        join banshi.queue as q on q.centre = c.centre
        where c.centre = p_me.centre
          and ((q.department = c.department and q.name = b.queue)
               or (c.comprehensive
                   and (b.number is not null
                        or not exists (select from banshi.queue_counter as qc
                                       where qc.centre = c.centre
                                         and qc.counter = c.id
                                         and qc.queue = q.id))))
    ), gone as (
        delete from banshi.queue_counter as qc
        using banshi.counter as c, banshi.department as d,
              jsonb_to_recordset(p_batch -> 'records') as b (department text, number text)
        where qc.centre = p_me.centre
          and c.centre = qc.centre
          and c.id = qc.counter
          and d.centre = c.centre
          and d.id = c.department
          and b.department = d.name
          and b.number = c.number
          and not exists (select from wanted as w where w.counter = qc.counter and w.queue = qc.queue)
    )
    insert into banshi.queue_counter as qc (centre, queue, counter, lag)
    select p_me.centre, w.queue, w.counter, w.lag
    from wanted as w
    on conflict (centre, counter, queue) do update
    set lag = excluded.lag
    where qc.lag <> excluded.lag;

    perform rule.import_total(p_me, p_import, 'added', v_added, 'counters');
    perform rule.import_total(p_me, p_import, 'changed', v_changed, 'counters');
    perform rule.import_total(p_me, p_import, 'unchanged', v_total - v_added - v_changed, 'counters');
    perform rule.import_total(p_me, p_import, 'added', v_queues, 'queues');
    perform rule.import_total(p_me, p_import, 'added', v_departments, 'departments');
    perform rule.import_warn(p_me, p_import,
                             (select count(*)
                              from (select from banshi.counter as c
                                    where c.centre = p_me.centre
                                    group by c.number
                                    having count(*) > 1) as shared),
                             'counter numbers that several departments use');
    perform rule.import_warn(p_me, p_import,
                             (select 1
                              where not exists (select from banshi.counter as c
                                                where c.centre = p_me.centre
                                                  and c.comprehensive)),
                             'no comprehensive counter');
    perform rule.import_route(p_me, p_import);
end
$$;
comment on function rule.import_counters is 'Import counters and make their queues';
