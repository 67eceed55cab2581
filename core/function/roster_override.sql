-- SPDX-License-Identifier: MIT
-- The reason to pass by absence or skill; only supervisors have one.
create function rule.roster_override(p_me rule.actor, p_reason text) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_reason text := rule.text_plain('override', p_reason, 200);
begin
    if v_reason <> '' and not rule.at_least(p_me, 'supervisor') then
        raise exception using errcode = 'BS002', message = 'override';
    end if;
    return v_reason;
end
$$;
comment on function rule.roster_override is 'The reason to pass by absence or skill; only supervisors have one';
