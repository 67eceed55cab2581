-- SPDX-License-Identifier: MIT
-- Call the next person of my counter's queues (norms 2.2, 5.1): of the heads of the lines the one with the smallest
-- sort_at + lag. A head that another counter is just taking is skipped, never waited for.
--
-- What clerks do all day, so it is two statements: who is asking, and the call. Claim, event, operation and answer share one
-- plan, since most of the time of a statement is its start. What is rare is left to others: a repetition,
-- a counter that cannot call, people who were sent to this counter alone, and counters with several queues.
create function api.ticket_call_next(opid uuid) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    -- before the first analyze of a month the planner thinks a line is short and would sort it; the index is the order
    set enable_sort = off
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    v_now timestamptz := case when coalesce(current_setting('banshi.clock', true), '') = '' then now() else banshi.now() end;
    v_centre bigint;
    v_staff bigint;
    v_name text;
    v_counter bigint;
    v_label text;
    v_state text;
    v_day date;
    v_queues bigint[];
    v_queue bigint;
    v_chosen bigint;
begin
    select s.centre, s.id, s.name, c.id, l.label, c.state, (v_now at time zone z.time_zone)::date,
           array(select qc.queue
                 from banshi.queue_counter as qc
                 where qc.centre = c.centre
                   and qc.counter = c.id)
    into v_centre, v_staff, v_name, v_counter, v_label, v_state, v_day, v_queues
    from banshi.staff as s
    join banshi.centre as z on z.id = s.centre
    join banshi.counter as c on c.centre = s.centre and c.staff = s.id
    join api.counter_label as l on l.centre = c.centre and l.counter = c.id
    where s.login = session_user
      and s.active
    for key share of c;

    for i in 1..2 loop -- the second time with the ticket that was chosen among several lines
        v_queue := case when i = 1 and v_state = 'open' and cardinality(v_queues) = 1 then v_queues[1] end;
        return query
        with head as materialized (
            select t.id
            from banshi.ticket as t
            where t.centre = v_centre
              and t.day = v_day
              and t.queue = v_queue
              and t.state = 'waiting'
              and t.target is null
              and not exists (select
                              from banshi.ticket as a
                              where a.centre = v_centre
                                and a.day = v_day
                                and a.counter = v_counter
                                and a.state in ('called', 'serving'))
              and not exists (select
                              from banshi.ticket as a
                              where a.centre = v_centre
                                and a.day = v_day
                                and a.target = v_counter
                                and a.state = 'waiting'
                                and a.target is not null)
              and not exists (select from banshi.operation as o where o.centre = v_centre and o.id = opid)
            order by t.sort_at, t.id
            limit 1
            for update skip locked
        ), taken as (
            update banshi.ticket as t
            set state = 'called',
                counter = v_counter,
                staff = v_staff,
                calls = t.calls + 1,
                called_at = v_now
            where t.centre = v_centre
              and t.day = v_day
              and t.id = coalesce(v_chosen, (select h.id from head as h))
            returning t.*
        ), noted as (
            insert into banshi.event (centre, day, at, concept, subject, kind, staff, counter)
            select v_centre, v_day, v_now, 'ticket', t.id, 'called', v_staff, v_counter
            from taken as t
        ), claimed as (
            insert into banshi.operation (centre, id, procedure, staff, result, at)
            select v_centre, opid, 'ticket_call_next', v_staff, t.id, v_now
            from taken as t
        )
        select t.id, t.number, t.day, t.queue, q.name, t.state, t.purpose, t.priority, p.name, coalesce(x.proof, ''), t.item,
               coalesce(i.name, ''), coalesce(x.phone_masked, ''), t.counter, v_label, t.staff, v_name, coalesce(x.reason, ''),
               t.calls, 0::bigint, 0::bigint, ''::text, t.issued_at, t.sort_at, t.target, t.called_at, t.serving_at, t.ended_at
        from taken as t
        join banshi.queue as q on q.centre = v_centre and q.id = t.queue
        join banshi.priority as p on p.centre = v_centre and p.code = t.priority
        left join banshi.item as i on i.centre = v_centre and i.id = t.item
        left join banshi.ticket_private as x on x.centre = v_centre and x.day = v_day and x.ticket = t.id;
        if found then
            perform banshi.changed(v_centre, 'ticket');
            return;
        end if;

        v_chosen := banshi.operation_begin(banshi.me(), opid, 'ticket_call_next');
        if v_chosen is not null then
            return query select * from banshi.ticket_answer(banshi.me(), v_chosen);
            return;
        end if;
        delete from banshi.operation as o where o.centre = v_centre and o.id = opid; -- the call puts it down itself
        perform banshi.counter_ready(banshi.me()); -- says what is the matter with the counter
        v_chosen := banshi.ticket_choose(v_centre, v_day, v_counter);
        if v_chosen is null then
            raise exception using errcode = 'BS007', message = '';
        end if;
    end loop;
end
$$;
comment on function api.ticket_call_next(uuid) is 'Call the next person of my counter''s queues';
revoke execute on function api.ticket_call_next(uuid) from public;
grant execute on function api.ticket_call_next(uuid) to banshi_clerk;
