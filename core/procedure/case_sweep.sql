-- SPDX-License-Identifier: MIT
create function api.case_sweep(opid uuid) returns setof api.swept
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_cases bigint := rule.operation_begin(v_me, opid, 'case_sweep');
begin
    if v_cases is null then
        v_cases := rule.case_sweep(v_me);
        perform rule.operation_end(v_me, opid, v_cases);
    end if;
    return query select v_cases;
end
$$;
comment on function api.case_sweep is 'Count received cases past the five days as accepted; how many there were';
grant execute on function api.case_sweep to banshi_clerk;
