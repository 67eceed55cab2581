-- SPDX-License-Identifier: MIT
-- Computing the deadlines of cases: of one after something happened to it, of all open ones after the calendar changed.
create function rule.case_clock(p_centre bigint, p_case bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.case as c
    set (tell_by, supplement_by, statutory_due, promised_due, resume_by, deliver_by, due_published)
        = (select d.tell_by, d.supplement_by, d.statutory_due, d.promised_due, d.resume_by, d.deliver_by, d.due_published
           from rule.case_deadlines(c) as d)
    where c.centre = p_centre
      and c.id = p_case;
end
$$;
comment on function rule.case_clock is 'Compute the open deadlines of a case as it is now';
