-- SPDX-License-Identifier: MIT
-- How often a layout has what is required of it, and where it has it first.
create function rule.layout_line(p_body text, p_required text) returns table (times bigint, line bigint)
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select count(*), min(n)
    from unnest(string_to_array(p_body, E'\n')) with ordinality as u (l, n)
    where l not like '#%'
      and (strpos(l, '{' || p_required || '}') > 0
           or l = p_required
           or l like replace(p_required, '*2', '') || '|%'
           or p_required ~ '^[^ -~]+$' and strpos(l, p_required) > 0)
$$;
comment on function rule.layout_line is 'How often something is in a layout, and in which line first';
