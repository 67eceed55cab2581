-- SPDX-License-Identifier: MIT
-- The deadlines of a case from what is stored of it: days of receipt, notice, acceptance and result, the limits it was
-- accepted with, suspensions and the prolongation. Only what its state leaves open is computed; the rest stays as it was.
-- after: working_days
create or replace function banshi.case_limit(p_case banshi.case, p_n int, p_unit text, out due date, out published boolean)
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
    select coalesce(sum(banshi.working_days(s.centre, s.from_on, s.until_on)), 0)::int as working_days,
           coalesce(sum(s.until_on - s.from_on), 0)::int as days
    into v_stopped
    from banshi.suspension as s
    where s.centre = p_case.centre
      and s.case_id = p_case.id
      and s.until_on is not null;
    if p_unit = 'working_day' then
        select * into v
        from banshi.deadline(p_case.centre, p_case.accepted_on, p_n + v_stopped.working_days + coalesce(v_more, 0), p_unit);
    else
        select * into v
        from banshi.deadline(p_case.centre, (p_case.accepted_on + make_interval(
                                 days => case p_unit when 'day' then p_n else 0 end,
                                 months => case p_unit when 'month' then p_n else 0 end,
                                 years => case p_unit when 'year' then p_n else 0 end))::date, v_stopped.days, 'day');
        if v_more is not null then
            select m.due, m.published and v.published as published into v
            from banshi.deadline(p_case.centre, v.due, v_more, 'working_day') as m;
        end if;
    end if;
    due := v.due;
    published := v.published;
end
$$;
comment on function banshi.case_limit(banshi.case, int, text) is
    'Last day of a limit of an accepted case, moved by the time it was suspended and by its prolongation';

create or replace function banshi.case_deadlines(p_case banshi.case) returns banshi.case
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
begin
    p_case.resume_by := null;
    p_case.due_published := true;
    if p_case.state = 'received' then
        select * into v from banshi.deadline(p_case.centre, p_case.received_on, 5, 'working_day');
        p_case.tell_by := v.due;
        p_case.due_published := v.published;
    elsif p_case.state = 'decided' then
        select * into v from banshi.deadline(p_case.centre, p_case.finished_on, 10, 'working_day');
        p_case.deliver_by := v.due;
        p_case.due_published := v.published;
    elsif p_case.state in ('accepted', 'prolonged', 'suspended') then
        select * into v from banshi.case_limit(p_case, p_case.statutory, p_case.statutory_unit);
        p_case.statutory_due := v.due;
        p_case.due_published := v.published;
        select * into v from banshi.case_limit(p_case, p_case.promised, p_case.promised_unit);
        p_case.promised_due := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    if p_case.state = 'suspended' then
        select d.due, d.published into v
        from banshi.suspension as s, banshi.deadline(s.centre, s.from_on, s.days, 'working_day') as d
        where s.centre = p_case.centre
          and s.case_id = p_case.id
          and s.until_on is null;
        p_case.resume_by := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    -- a case told too late runs on while the applicant supplements
    if p_case.state = 'supplement' or (p_case.deemed and p_case.supplement_on is not null and p_case.state = 'accepted') then
        select * into v
        from banshi.deadline(p_case.centre, p_case.supplement_on, p_case.supplement_days, 'working_day');
        p_case.supplement_by := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    return p_case;
end
$$;
comment on function banshi.case_deadlines(banshi.case) is 'A case with the deadlines that its state leaves open computed';
revoke execute on function banshi.case_limit(banshi.case, int, text), banshi.case_deadlines(banshi.case) from public;
