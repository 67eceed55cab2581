-- SPDX-License-Identifier: MIT
-- Ask for a supplement: everything at once, within the five days to tell (Licensing Law art. 32 (4)). After them the notice
-- still goes out, but the case counts as accepted from the day of receipt and its clock runs. A second notice needs a reason
-- and is flagged to the supervisor (norm 2.3).
create function rule.case_ask_supplement(p_me rule.actor, p_case banshi.case, p_decision jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_days int := coalesce(nullif((p_decision ->> 'supplement_days')::int, 0),
                           (select c.supplement_days from banshi.centre as c where c.id = p_me.centre));
    v_override text := rule.text_plain('override_reason', p_decision ->> 'override_reason', 200);
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
        perform rule.record(p_me, rule.my_counter(), 'case', p_case.id, 'second supplement', '', v_override);
    end if;
    update banshi.case as c
    set state = 'supplement',
        supplements = c.supplements + 1,
        supplement_on = rule.today(p_me.centre),
        supplement_days = v_days
    where c.centre = p_me.centre
      and c.id = p_case.id;
    if rule.case_is_late(p_case) then
        perform rule.case_deem(p_me, p_case);
    else
        perform rule.case_clock(p_me.centre, p_case.id);
    end if;
end
$$;
comment on function rule.case_ask_supplement is 'Ask for everything that is missing, once';
