-- SPDX-License-Identifier: MIT
-- Today closes at a time, for a department or (null) for the centre: every unfinished visit goes on as an extension.
create function rule.extension_open(p_me rule.actor, p_department bigint, p_at timestamptz, p_reason text)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := rule.today(p_me.centre);
begin
    insert into banshi.closing (centre, day, department, at, staff, reason)
    values (p_me.centre, v_day, p_department, p_at, p_me.id, p_reason);
    insert into banshi.extension as x (centre, day, ticket, reason, started_at)
    select t.centre, t.day, t.id, 'unfinished at closing', p_at
    from banshi.ticket as t
    join banshi.queue as q on q.centre = t.centre and q.id = t.queue
    left join banshi.counter as k on k.centre = t.centre and k.id = coalesce(t.counter, t.target)
    where t.centre = p_me.centre
      and t.day = v_day
      and t.state in ('waiting', 'called', 'serving', 'held')
      and (p_department is null or q.department = p_department or k.department = p_department)
    on conflict on constraint extension_pkey do update
    set started_at = excluded.started_at,
        ended_at = null,
        outcome = ''
    where x.outcome = 'withdrawn';
    perform rule.record(p_me, rule.my_counter(), 'extension', coalesce(p_department, p_me.centre), 'closed', '', p_reason);
    perform rule.changed(p_me.centre, 'extension', p_department => p_department);
end
$$;
comment on function rule.extension_open is 'Today closes at a time: every unfinished visit goes on as an extension';
