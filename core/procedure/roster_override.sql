-- SPDX-License-Identifier: MIT
-- The reason to pass by absence or skill; only supervisors have one.
create or replace function banshi.roster_override(p_me banshi.staff, p_reason text) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_reason text := banshi.text_plain('override', p_reason, 200);
begin
    if v_reason <> '' and p_me.role not in ('supervisor', 'admin') then
        raise exception using errcode = 'BS002', message = 'override';
    end if;
    return v_reason;
end
$$;
comment on function banshi.roster_override(banshi.staff, text) is
    'The reason to pass by absence or skill; only supervisors have one';
revoke execute on function banshi.roster_override(banshi.staff, text) from public;
