-- SPDX-License-Identifier: MIT
-- Refuse a duty for somebody who could not have it, when they give another one for it (null: none); why they are away is not said
-- to a colleague.
create function rule.roster_taken_by(p_duty banshi.roster_duty, p_staff rule.actor, p_given bigint) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_refusal text;
begin
    if rule.absence_of(p_duty.centre, p_staff.id, p_duty.day) is not null then
        raise exception using errcode = 'BS030', message = concat_ws(' · ', p_staff.name, 'absent', p_duty.day);
    end if;
    p_duty.staff := p_staff.id;
    v_refusal := rule.roster_refusal(p_duty);
    if v_refusal is null then
        select concat_ws(' · ', p_staff.name, 'elsewhere', l.label, p_duty.day) into v_refusal
        from banshi.roster_duty as d
        join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
        where d.centre = p_duty.centre
          and d.day = p_duty.day
          and d.time && p_duty.time
          and d.id is distinct from p_given
          and p_staff.id in (d.staff, d.published)
        limit 1;
    end if;
    if v_refusal is not null then
        raise exception using errcode = 'BS030', message = v_refusal;
    end if;
end
$$;
comment on function rule.roster_taken_by is 'Refuse a duty for somebody who could not have it';
