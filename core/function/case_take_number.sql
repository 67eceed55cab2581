-- SPDX-License-Identifier: MIT
-- The next number of an item and day: item code, day, four digits.
create function rule.case_take_number(p_centre bigint, p_item bigint, p_code text, p_day date) returns text
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_n int;
begin
    insert into banshi.case_number as s (centre, item, day, last)
    values (p_centre, p_item, p_day, 1)
    on conflict on constraint case_number_pkey do update set last = s.last + 1
    returning s.last into v_n;
    return p_code || to_char(p_day, 'YYYYMMDD') || to_char(v_n, 'FM0000');
end
$$;
comment on function rule.case_take_number is 'The next case number of an item and day';
