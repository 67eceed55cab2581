-- SPDX-License-Identifier: MIT
-- What the lines "required" of one layout (p_wanted) ask for and another does not have: a directive ("seal", "row for wanted",
-- "2 copy"), a value ("{organ}"; "{organ or …}" with words for when there is none), or words as they are. It must be there whatever
-- holds: on a line without a guard, on one with the guard of the requirement, or on two that stand in turn. A guard that asks for
-- the value itself is none. The line is that of p_wanted which requires it; at, the first one there that has it.
create function rule.layout_missing(p_wanted text, p_body text) returns table (line bigint, at bigint, what text)
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    with wanted as (
        select l.n, i, l.guard, coalesce(m[1]::int, 1) as times, coalesce(m[2], t) as thing
        from rule.layout_lines(p_wanted) as l
        cross join unnest(string_to_array(l.text, '|')) with ordinality as u (t, i)
        left join lateral regexp_match(t, '^(\d+) (.*)$') as m on true
        where l.directive = 'required'
    ), had as (
        select w.n, w.i, l.guard, count(*) as times
        from wanted as w
        join rule.layout_lines(p_body) as l on rule.layout_has(l, w.thing)
        group by w.n, w.i, l.guard
    )
    select w.n,
           (select min(l.n) from rule.layout_lines(p_wanted) as l where rule.layout_has(l, w.thing)),
           concat_ws(' · ', w.thing || case when w.times > 1 then ' × ' || w.times when w.thing ~ '^[a-z ]+$' then '|' else '' end,
                     nullif(w.guard, ''))
    from wanted as w
    where w.times > (
        select coalesce(sum(case when h.guard in ('', w.guard, 'if ' || btrim(w.thing, '{}')) then h.times
                                 when h.guard like 'if %' and substr(h.guard, 4) <> split_part(w.guard, ' ', 2)
                                 then least(h.times, coalesce((select o.times
                                                               from had as o
                                                               where o.n = w.n and o.i = w.i
                                                                 and o.guard = 'unless ' || substr(h.guard, 4)), 0))
                                 else 0 end), 0)
        from had as h
        where h.n = w.n and h.i = w.i)
    order by w.n, w.i
$$;
comment on function rule.layout_missing is 'What a layout lacks of what is required';
