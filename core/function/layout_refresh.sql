-- SPDX-License-Identifier: MIT
-- The program's newer layouts come into use where the centre has none of its own; part of every migration.
create function rule.layout_refresh() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform rule.layout_put(z.id, d.kind, d.body, false)
    from banshi.centre as z
    cross join rule.layout_default() as d
    left join lateral (select l.body, l.own
                       from banshi.layout as l
                       where l.centre = z.id
                         and l.kind = d.kind
                       order by l.version desc
                       limit 1) as n on true
    where n.body is null
       or (not n.own and n.body <> d.body);
end
$$;
comment on function rule.layout_refresh is 'Bring the centres'' layouts up to the program''s';
