-- SPDX-License-Identifier: MIT
-- A case for a step that is possible in some states only.
create function rule.case_lock(p_me rule.actor, p_id bigint, p_states text[]) returns banshi.case
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_case banshi.case;
begin
    select * into v_case from banshi.case as c where c.centre = p_me.centre and c.id = p_id for update;
    if not found then
        raise exception using errcode = 'BS003', message = 'case';
    end if;
    if v_case.state <> all (p_states) then
        raise exception using errcode = 'BS004', message = v_case.number || ' · ' || v_case.state;
    end if;
    return v_case;
end
$$;
comment on function rule.case_lock is 'Lock a case, which must be in one of these states';
