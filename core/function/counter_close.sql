-- SPDX-License-Identifier: MIT
-- Close a counter and its shift. Refused while numbers are in hand or held there; people who were sent to it alone wait
-- for their queue again, in their old place. What was paused from the floor, and is not closed by who may resume it, stays
-- paused for who opens it next that day.
create function rule.counter_close(p_me rule.actor, p_counter banshi.counter) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := rule.today(p_me.centre);
    v_numbers text;
    v_ticket banshi.ticket;
    v_stays boolean := p_counter.state = 'paused' and p_counter.changed_by <> p_me.id
        and not rule.oversees(p_me, p_counter.department);
begin
    select string_agg(t.number || ' · ' || t.state, ' · ' order by t.state, t.id) into v_numbers
    from banshi.ticket as t
    where t.centre = p_counter.centre
      and t.day = v_day
      and t.counter = p_counter.id
      and t.state in ('called', 'serving', 'held');
    if v_numbers is not null then
        raise exception using errcode = 'BS005', message = v_numbers;
    end if;

    for v_ticket in
        update banshi.ticket as t
        set target = null
        where t.centre = p_counter.centre
          and t.day = v_day
          and t.target = p_counter.id
          and t.state in ('waiting', 'skipped')
        returning t.*
    loop
        perform rule.record(p_me, p_counter.id, 'ticket', v_ticket.id, 'released', 'counter closed');
        perform rule.ticket_changed(v_ticket);
    end loop;
    update banshi.shift as s
    set ended_at = rule.now()
    where s.centre = p_counter.centre
      and s.staff = p_counter.staff
      and s.ended_at is null;
    update banshi.counter as c
    set state = 'closed',
        staff = null,
        reason = case when v_stays then c.reason else '' end,
        changed_by = case when v_stays then c.changed_by end,
        since = rule.now()
    where c.centre = p_counter.centre
      and c.id = p_counter.id;
    perform rule.record(p_me, p_counter.id, 'counter', p_counter.id, 'closed');
    perform rule.changed(p_me.centre, 'counter', p_counter.id, 0, p_counter.id, p_counter.department, 'closed');
end
$$;
comment on function rule.counter_close is 'Close a locked counter and its shift';
