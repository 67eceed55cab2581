-- SPDX-License-Identifier: MIT
-- Refuse a duty for somebody who could not have it; why they are away is not said to a colleague.
create or replace function banshi.roster_taken_by(p_duty banshi.roster_duty, p_staff banshi.staff) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_refusal text;
begin
    if banshi.absence_of(p_duty.centre, p_staff.id, p_duty.day) is not null then
        raise exception using errcode = 'BS030', message = concat_ws(' · ', p_staff.name, 'absent', p_duty.day);
    end if;
    p_duty.staff := p_staff.id;
    v_refusal := banshi.roster_refusal(p_duty);
    if v_refusal is not null then
        raise exception using errcode = 'BS030', message = v_refusal;
    end if;
end
$$;
comment on function banshi.roster_taken_by(banshi.roster_duty, banshi.staff) is 'Refuse a duty for somebody who could not have it';
revoke execute on function banshi.roster_taken_by(banshi.roster_duty, banshi.staff) from public;
