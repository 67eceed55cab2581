-- SPDX-License-Identifier: MIT
create function rule.mask(p_text text) returns text
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select case when length(p_text) >= 15 then left(p_text, 6) || repeat('*', length(p_text) - 10) || right(p_text, 4)
                when length(p_text) >= 7 then left(p_text, 3) || repeat('*', length(p_text) - 7) || right(p_text, 4)
                else repeat('*', length(p_text)) end
$$;
comment on function rule.mask is 'A number with its middle hidden: the first six and the last four of an identity number';
