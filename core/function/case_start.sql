-- SPDX-License-Identifier: MIT
-- Start the clock of a case on a day, with the limits that its item has now (Licensing Law art. 42): on the day of
-- acceptance, or on that of receipt when the applicant was told nothing within the five days (art. 32 (4)).
create function rule.case_start(p_me rule.actor, p_case banshi.case, p_on date) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.case as c
    set state = 'accepted',
        accepted_on = p_on,
        statutory = i.statutory,
        statutory_unit = i.statutory_unit,
        promised = i.promised,
        promised_unit = i.promised_unit
    from banshi.item as i
    where c.centre = p_me.centre
      and c.id = p_case.id
      and i.centre = c.centre
      and i.id = c.item;
    perform rule.case_clock(p_me.centre, p_case.id);
end
$$;
comment on function rule.case_start is 'Start the clock of a case';
