-- SPDX-License-Identifier: MIT
-- Start the clock of a case on a day, with the limits that its item has now (Licensing Law art. 42): on the day of
-- acceptance, or on that of receipt when the applicant was told nothing within the five days (art. 32 (4)).
-- after: case_clock
create or replace function banshi.case_start(p_me banshi.staff, p_case banshi.case, p_on date) returns void
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
    perform banshi.case_clock(p_me.centre, p_case.id);
end
$$;
comment on function banshi.case_start(banshi.staff, banshi.case, date) is 'Start the clock of a case';

create or replace function banshi.case_is_late(p_case banshi.case) returns boolean
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return p_case.state = 'received' and p_case.supplements = 0 and banshi.today(p_case.centre) > p_case.tell_by;
end
$$;
comment on function banshi.case_is_late(banshi.case) is 'Have the five days to tell passed without a word?';

create or replace function banshi.case_deem(p_me banshi.staff, p_case banshi.case) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.case as c set deemed = true where c.centre = p_me.centre and c.id = p_case.id;
    perform banshi.case_start(p_me, p_case, p_case.received_on);
    perform banshi.record(p_me, banshi.my_counter(), 'case', p_case.id, 'deemed accepted', p_case.received_on::text);
end
$$;
comment on function banshi.case_deem(banshi.staff, banshi.case) is 'Count a case as accepted from the day of receipt';
revoke execute on function banshi.case_start(banshi.staff, banshi.case, date), banshi.case_is_late(banshi.case),
    banshi.case_deem(banshi.staff, banshi.case) from public;
