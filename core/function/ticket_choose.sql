-- SPDX-License-Identifier: MIT
-- Of the heads of the lines that a counter serves, and of the people who were sent to it alone, lock the one with the
-- smallest sort_at + lag that nobody else is just taking. When everybody in sight is being taken, it waits for that and looks
-- again: somebody may have come meanwhile, and a call may be undone. On duty (p_duty) a counter also serves the lines that
-- it covers.
create function rule.ticket_choose(p_centre bigint, p_day date, p_counter bigint, p_duty boolean) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
    v_head bigint;
    v_id bigint;
begin
    loop
        v_head := null;
        for v_line in
            select qc.queue, h.sort_at + qc.lag as place, h.id
            from (select w.queue, w.lag
                  from banshi.queue_counter as w
                  where not p_duty
                    and w.centre = p_centre
                    and w.counter = p_counter
                  union all
                  select l.queue, l.lag
                  from rule.counter_lines(p_centre, p_counter) as l
                  where p_duty) as qc,
                 lateral (select t.sort_at, t.id
                          from banshi.ticket as t
                          where t.centre = p_centre
                            and t.day = p_day
                            and t.queue = qc.queue
                            and t.state = 'waiting'
                            and t.target is null
                          order by t.sort_at, t.id
                          limit 1) as h
            union all
            (select null, t.sort_at, t.id
             from banshi.ticket as t
             where t.centre = p_centre
               and t.day = p_day
               and t.target = p_counter
               and t.state = 'waiting'
               and t.target is not null
             order by t.sort_at, t.id
             limit 1)
            order by place, id
        loop
            v_head := coalesce(v_head, v_line.id);
            if v_line.queue is null then
                select t.id into v_id
                from banshi.ticket as t
                where t.centre = p_centre
                  and t.day = p_day
                  and t.target = p_counter
                  and t.state = 'waiting'
                  and t.target is not null
                order by t.sort_at, t.id
                limit 1
                for update skip locked;
            else
                select t.id into v_id
                from banshi.ticket as t
                where t.centre = p_centre
                  and t.day = p_day
                  and t.queue = v_line.queue
                  and t.state = 'waiting'
                  and t.target is null
                order by t.sort_at, t.id
                limit 1
                for update skip locked;
            end if;
            if found then
                return v_id;
            end if;
        end loop;
        if v_head is null then
            return null;
        end if;
        perform from banshi.ticket as t where t.centre = p_centre and t.day = p_day and t.id = v_head for update;
    end loop;
end
$$;
comment on function rule.ticket_choose is 'Lock the ticket that a counter calls next; null for none';
