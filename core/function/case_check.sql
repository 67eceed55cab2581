-- SPDX-License-Identifier: MIT
-- Check who applies: the detail of an error begins with the field.
create function rule.case_check(p_intake jsonb) returns void
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_phone text := '^(1[3-9][0-9]{9}|(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(-[0-9]{1,6})?)$';
    v_field text;
begin
    foreach v_field in array array['applicant_name', 'id_number', 'phone'] loop
        if coalesce(btrim(p_intake ->> v_field), '') = '' then
            raise exception using errcode = 'BS001', message = v_field || ' · is required';
        end if;
    end loop;
    if p_intake ->> 'id_kind' = 'resident' and not rule.identity_resident(p_intake ->> 'id_number') then
        raise exception using errcode = 'BS011', message = 'id_number';
    end if;
    if p_intake ->> 'id_kind' = 'credit_code' and not rule.identity_credit_code(p_intake ->> 'id_number') then
        raise exception using errcode = 'BS012', message = 'id_number';
    end if;
    if p_intake ->> 'phone' !~ v_phone then
        raise exception using errcode = 'BS013', message = 'phone';
    end if;
    if coalesce(p_intake ->> 'agent_name', '') <> '' then
        if not rule.identity_resident(coalesce(p_intake ->> 'agent_id_number', '')) then
            raise exception using errcode = 'BS011', message = 'agent_id_number';
        end if;
        if coalesce(p_intake ->> 'agent_phone', '') !~ v_phone then
            raise exception using errcode = 'BS013', message = 'agent_phone';
        end if;
        if coalesce(btrim(p_intake ->> 'agent_authority'), '') = '' then
            raise exception using errcode = 'BS001', message = 'agent_authority · is required';
        end if;
    end if;
end
$$;
comment on function rule.case_check is 'Check applicant and agent of an intake';
