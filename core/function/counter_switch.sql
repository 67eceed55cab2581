-- SPDX-License-Identifier: MIT
-- Pause an open counter, or let a paused one call again; p_by is the lead or supervisor who does it from the floor, null for who
-- is at it.
create function rule.counter_switch(
    p_me rule.actor, p_counter banshi.counter, p_state text, p_reason text, p_by bigint)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.counter as c
    set state = p_state,
        reason = p_reason,
        changed_by = p_by,
        since = rule.now()
    where c.centre = p_counter.centre
      and c.id = p_counter.id
      and c.state = case p_state when 'paused' then 'open' else 'paused' end
      and c.changed_by is not distinct from p_counter.changed_by; -- who may, was decided for that
    if not found then
        raise exception using errcode = 'BS004', message =
            (select 'counter · ' || c.state from banshi.counter as c where c.centre = p_counter.centre and c.id = p_counter.id);
    end if;
    perform rule.record(p_me, p_counter.id, 'counter', p_counter.id, case p_state when 'paused' then 'paused' else 'resumed' end,
                        '', p_reason);
    perform rule.changed(p_counter.centre, 'counter', p_counter.id, 0, p_counter.id, p_counter.department, p_state);
end
$$;
comment on function rule.counter_switch is 'Pause an open counter, or let a paused one call again';
