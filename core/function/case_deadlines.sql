-- SPDX-License-Identifier: MIT
create function rule.case_deadlines(p_case banshi.case) returns banshi.case
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
begin
    p_case.resume_by := null;
    p_case.due_published := true;
    if p_case.state = 'received' then
        select * into v from rule.deadline(p_case.centre, p_case.received_on, 5, 'working_day');
        p_case.tell_by := v.due;
        p_case.due_published := v.published;
    elsif p_case.state = 'decided' then
        select * into v from rule.deadline(p_case.centre, p_case.finished_on, 10, 'working_day');
        p_case.deliver_by := v.due;
        p_case.due_published := v.published;
    elsif p_case.state in ('accepted', 'prolonged', 'suspended') then
        select * into v from rule.case_limit(p_case, p_case.statutory, p_case.statutory_unit);
        p_case.statutory_due := v.due;
        p_case.due_published := v.published;
        select * into v from rule.case_limit(p_case, p_case.promised, p_case.promised_unit);
        p_case.promised_due := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    if p_case.state = 'suspended' then
        select d.due, d.published into v
        from banshi.suspension as s, rule.deadline(s.centre, s.from_on, s.days, 'working_day') as d
        where s.centre = p_case.centre
          and s.case_id = p_case.id
          and s.until_on is null;
        p_case.resume_by := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    -- a case told too late runs on while the applicant supplements
    if p_case.state = 'supplement' or (p_case.deemed and p_case.supplement_on is not null and p_case.state = 'accepted') then
        select * into v
        from rule.deadline(p_case.centre, p_case.supplement_on, p_case.supplement_days, 'working_day');
        p_case.supplement_by := v.due;
        p_case.due_published := p_case.due_published and v.published;
    end if;
    return p_case;
end
$$;
comment on function rule.case_deadlines is 'A case with the deadlines that its state leaves open computed';
