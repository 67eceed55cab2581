-- SPDX-License-Identifier: MIT
-- The program's newer layouts come into use where the centre has none of its own, or has one that no longer does (a value that it
-- names is gone, the law wants more): that is kept as a version, and why is an event. Part of every migration.
create function rule.layout_refresh() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
    v_me rule.actor; -- nobody
begin
    for v in
        select z.id as centre, d.kind, d.body as program, n.body, n.own
        from banshi.centre as z
        cross join rule.layout_default() as d
        left join lateral (select l.body, l.own
                           from banshi.layout as l
                           where l.centre = z.id
                             and l.kind = d.kind
                           order by l.version desc
                           limit 1) as n on true
        where n.body is distinct from d.body
    loop
        if v.own then
            v_me.centre := v.centre;
            begin
                perform rule.layout_check(v_me, v.kind, v.body);
                continue;
            exception when sqlstate 'BS021' then
                perform rule.record(v_me, null, 'layout', 0, 'replaced', sqlerrm);
            end;
        end if;
        perform rule.layout_put(v.centre, v.kind, v.program, false);
    end loop;
end
$$;
comment on function rule.layout_refresh is 'Bring the centres'' layouts up to the program''s';
