-- SPDX-License-Identifier: MIT
-- The deadlines of a case from what is stored of it: days of receipt, notice, acceptance and result, the limits it was
-- accepted with, suspensions and the prolongation. Only what its state leaves open is computed; the rest stays as it was.
create function rule.case_limit(p_case banshi.case, p_n int, p_unit text, out due date, out published boolean)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_stopped record; -- time that does not count, in working and in calendar days
    v_more int := (select p.days from banshi.prolongation as p where p.centre = p_case.centre and p.case_id = p_case.id);
    v record;
begin
    if p_n is null then
        published := true;
        return;
    end if;
    select coalesce(sum(rule.working_days(s.centre, s.from_on, s.until_on)), 0)::int as working_days,
           coalesce(sum(s.until_on - s.from_on), 0)::int as days
    into v_stopped
    from banshi.suspension as s
    where s.centre = p_case.centre
      and s.case_id = p_case.id
      and s.until_on is not null;
    if p_unit = 'working_day' then
        select * into v
        from rule.deadline(p_case.centre, p_case.accepted_on, p_n + v_stopped.working_days + coalesce(v_more, 0), p_unit);
    else
        select * into v
        from rule.deadline(p_case.centre, (p_case.accepted_on + make_interval(
                               days => case p_unit when 'day' then p_n else 0 end,
                               months => case p_unit when 'month' then p_n else 0 end,
                               years => case p_unit when 'year' then p_n else 0 end))::date, v_stopped.days, 'day');
        if v_more is not null then
            select m.due, m.published and v.published as published into v
            from rule.deadline(p_case.centre, v.due, v_more, 'working_day') as m;
        end if;
    end if;
    due := v.due;
    published := v.published;
end
$$;
comment on function rule.case_limit is
    'Last day of a limit of an accepted case, moved by the time it was suspended and by its prolongation';
