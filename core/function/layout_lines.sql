-- SPDX-License-Identifier: MIT
-- The lines of a layout, comments left out. A beginning that is not understood is the directive as it is.
create function rule.layout_lines(p_body text) returns setof rule.layout_line
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select l.n,
           coalesce(m[1], b) in ('word', 'called', 'about', 'by', 'when', 'served', 'needs', 'paper', 'required'),
           coalesce(m[1], b),
           coalesce(m[2], ''),
           coalesce(m[3], ''),
           case when l.line <> b then substr(l.line, length(b) + 2) end
    from (select u.n, u.line, split_part(u.line, '|', 1) as b,
                 case when split_part(u.line, '|', 1) like '% %'
                      then regexp_match(split_part(u.line, '|', 1),
                                        '^([a-z]+)(?: for ([a-z_.]+))?(?: ((?:if|unless) [a-z_.]+))?$') end as m
          from unnest(string_to_array(p_body, E'\n')) with ordinality as u (line, n)
          where u.line <> ''
            and u.line not like '#%'
          offset 0) as l -- so that each is looked at once
$$;
comment on function rule.layout_lines is 'The lines of a layout, in parts';
