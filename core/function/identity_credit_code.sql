-- SPDX-License-Identifier: MIT
create function rule.identity_credit_code(p_text text) returns boolean
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_set text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
    v_sum int := 0;
    v_weight int := 1;
begin
    if p_text !~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$' then
        return false;
    end if;
    for i in 1..17 loop
        v_sum := v_sum + (strpos(v_set, substr(p_text, i, 1)) - 1) * v_weight;
        v_weight := v_weight * 3 % 31;
    end loop;
    return substr(v_set, (31 - v_sum % 31) % 31 + 1, 1) = right(p_text, 1);
end
$$;
comment on function rule.identity_credit_code is 'Is it a unified social credit code (GB 32100)';
