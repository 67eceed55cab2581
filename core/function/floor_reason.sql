-- SPDX-License-Identifier: MIT
-- The reason of an act on somebody else's counter, as it is shown there; it may be required.
create function rule.floor_reason(p_reason text, p_act text, p_required boolean) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_reason text := rule.text_plain('reason', p_reason, 80);
begin
    if p_required and v_reason = '' then
        raise exception using errcode = 'BS015', message = p_act;
    end if;
    return v_reason;
end
$$;
comment on function rule.floor_reason is 'The reason of an act on somebody else''s counter';
