-- SPDX-License-Identifier: MIT
-- Accept: all that is required is there; the clock starts at acceptance or at the last supplement. When the five days to tell
-- have passed, the case is accepted already, whatever is missing, and the clock runs from the receipt of the materials
-- (Licensing Law art. 32 (4), (5)).
create function rule.case_accept(p_me rule.actor, p_case banshi.case) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_missing text;
begin
    if p_case.deemed then
        return; -- only its notice is still to be issued
    end if;
    if rule.case_is_late(p_case) then
        perform rule.case_deem(p_me, p_case);
        return;
    end if;
    select string_agg(m.name, ' · ' order by m.seq) into v_missing
    from banshi.case_material as m
    where m.centre = p_me.centre
      and m.case_id = p_case.id
      and (m.state = 'wrong' or (m.required and m.state = 'missing'));
    if v_missing is not null then
        raise exception using errcode = 'BS014', message = v_missing;
    end if;
    perform rule.case_start(p_me, p_case, rule.today(p_me.centre));
end
$$;
comment on function rule.case_accept is 'Accept a case and start its clock';
