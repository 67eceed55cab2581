-- SPDX-License-Identifier: MIT
-- A guard, "if organ" or "unless wanted": a condition says itself whether it holds, a value holds when there is a text, a list
-- when it has rows.
create function rule.layout_holds(p_guard text, p_values jsonb) returns boolean
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (coalesce(p_values -> split_part(p_guard, ' ', 2), '""') not in ('""', 'false', '[]', 'null')) = (p_guard like 'if %');
end
$$;
comment on function rule.layout_holds is 'Does a line stand?';
