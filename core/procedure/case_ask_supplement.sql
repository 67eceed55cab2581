-- SPDX-License-Identifier: MIT
-- Ask for a supplement: everything at once, within the five days to tell (Licensing Law art. 32 (4)); a second notice needs
-- a reason and is flagged to the supervisor (norm 2.3).
create or replace function banshi.case_ask_supplement(p_me banshi.staff, p_case banshi.case, p_decision jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_today date := banshi.today(p_me.centre);
    v_days int := coalesce(nullif((p_decision ->> 'supplement_days')::int, 0),
                           (select c.supplement_days from banshi.centre as c where c.id = p_me.centre));
    v_override text := banshi.text_plain('override_reason', p_decision ->> 'override_reason', 200);
begin
    if not exists (select from banshi.case_material as m
                   where m.centre = p_me.centre
                     and m.case_id = p_case.id
                     and m.state in ('missing', 'wrong')) then
        raise exception using errcode = 'BS001', message = 'outcome · no material is missing';
    end if;
    if v_days not between 1 and 365 then
        raise exception using errcode = 'BS001', message = 'supplement_days · ' || v_days;
    end if;
    if p_case.supplements > 0 then
        if v_override = '' then
            raise exception using errcode = 'BS016', message = 'override_reason';
        end if;
        perform banshi.record(p_me, banshi.my_counter(), 'case', p_case.id, 'second supplement', v_override);
    elsif v_today > p_case.tell_by then
        raise exception using errcode = 'BS004', message = 'outcome · deemed accepted · ' || p_case.received_on;
    end if;
    update banshi.case as c
    set state = 'supplement',
        supplements = c.supplements + 1,
        supplement_by = (select due from banshi.deadline(p_me.centre, v_today, v_days, 'working_day'))
    where c.centre = p_me.centre
      and c.id = p_case.id;
end
$$;
comment on function banshi.case_ask_supplement(banshi.staff, banshi.case, jsonb) is 'Ask for everything that is missing, once';
revoke execute on function banshi.case_ask_supplement(banshi.staff, banshi.case, jsonb) from public;
