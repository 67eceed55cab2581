-- SPDX-License-Identifier: MIT
-- Call the next person of my counter's queues (norms 2.2, 5.1): of the heads of the lines the one with the smallest
-- sort_at + lag. A head that another counter is just taking is skipped; only when nobody else is left is it waited for.
--
-- What clerks do all day, so the usual case, one queue and nobody sent to the counter alone, takes few and small statements.
-- What is rare is left to others: a repetition, a counter that cannot call, people sent here alone, several queues, a person on
-- duty, who covers for others.
create function api.ticket_call_next(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    -- before the first analyze of a day the planner thinks a line is short and would sort it; the index is the order
    set enable_sort = off
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    v_now timestamptz := case when coalesce(current_setting('banshi.clock', true), '') = '' then now() else rule.now() end;
    v record;
    v_day date;
    v_chosen bigint;
    v_queue bigint;
begin
    select s.centre, s.id as staff, c.id as counter, c.state, z.time_zone,
           (select min(qc.queue)
            from banshi.queue_counter as qc
            where qc.centre = c.centre
              and qc.counter = c.id
            having count(*) = 1) as queue,
           exists (select from banshi.roster_duty as d
                   where d.centre = c.centre
                     and d.published = s.id
                     and d.day = (v_now at time zone z.time_zone)::date
                     and d.time @> v_now) as duty
    into v
    from banshi.staff as s
    join banshi.centre as z on z.id = s.centre
    join banshi.counter as c on c.centre = s.centre and c.staff = s.id
    where s.login = session_user
      and s.active
    for no key update of c; -- two terminals of one clerk take turns
    v_day := (v_now at time zone v.time_zone)::date;

    if v.state = 'open' and v.queue is not null and not v.duty then
        select t.id into v_chosen
        from banshi.ticket as t
        where t.centre = v.centre
          and t.day = v_day
          and t.queue = v.queue
          and t.state = 'waiting'
          and t.target is null
          and not exists (select
                          from banshi.ticket as a
                          where a.centre = v.centre
                            and a.day = v_day
                            and a.counter = v.counter
                            and a.state in ('called', 'serving'))
          and not exists (select
                          from banshi.ticket as a
                          where a.centre = v.centre
                            and a.day = v_day
                            and a.target = v.counter
                            and a.state = 'waiting'
                            and a.target is not null)
          and not exists (select from banshi.operation as o where o.centre = v.centre and o.id = opid)
        order by t.sort_at, t.id
        limit 1
        for update skip locked;
    end if;
    if v_chosen is null then
        v_chosen := rule.operation_begin(rule.me(), opid, 'ticket_call_next');
        if v_chosen is not null then
            return query select * from rule.ticket_answer(rule.me(), v_chosen);
            return;
        end if;
        perform rule.counter_ready(rule.me()); -- says what is the matter with the counter
        v_chosen := rule.ticket_choose(v.centre, v_day, v.counter, v.duty);
        if v_chosen is null then
            raise exception using errcode = 'BS007', message = '';
        end if;
        delete from banshi.operation as o where o.centre = v.centre and o.id = opid; -- it is put down below
    end if;

    update banshi.ticket as t
    set state = 'called',
        counter = v.counter,
        staff = v.staff,
        calls = t.calls + 1,
        called_at = v_now
    where t.centre = v.centre
      and t.day = v_day
      and t.id = v_chosen
    returning t.queue into v_queue;
    insert into banshi.event (centre, day, at, concept, subject, kind, staff, counter)
    values (v.centre, v_day, v_now, 'ticket', v_chosen, 'called', v.staff, v.counter);
    insert into banshi.operation (centre, id, procedure, staff, result, at)
    values (v.centre, opid, 'ticket_call_next', v.staff, v_chosen, v_now);
    perform rule.changed(v.centre, 'ticket', v_chosen, v_queue, v.counter, 0, 'called');
    return query select * from rule.ticket_now(v_day, v_chosen);
end
$$;
comment on function api.ticket_call_next is 'Call the next person of my counter''s queues';
grant execute on function api.ticket_call_next to banshi_clerk;
