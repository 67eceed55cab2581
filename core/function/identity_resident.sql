-- SPDX-License-Identifier: MIT
create function rule.identity_resident(p_text text) returns boolean
    language plpgsql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_weights int[] := array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    v_sum int := 0;
begin
    if p_text !~ '^[1-9][0-9]{16}[0-9X]$' then
        return false;
    end if;
    for i in 1..17 loop
        v_sum := v_sum + substr(p_text, i, 1)::int * v_weights[i];
    end loop;
    return substr('10X98765432', v_sum % 11 + 1, 1) = right(p_text, 1)
           and substr(p_text, 7, 4)::int >= 1800 and substr(p_text, 11, 2)::int between 1 and 12
           and to_char(to_date(substr(p_text, 7, 6) || '01', 'YYYYMMDD')
                       + (substr(p_text, 13, 2)::int - 1), 'YYYYMMDD') = substr(p_text, 7, 8);
end
$$;
comment on function rule.identity_resident is 'Is it a resident identity number (GB 11643): check digit and date of birth';
