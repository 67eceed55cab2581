-- SPDX-License-Identifier: MIT
-- Duties as papers: up to a day, or one's own, as a list; longer as a table a week, a line a counter, a column a day. Clerks get
-- what is published; leads, of a roster that was never published, its draft, which says so.
create function api.roster_paper(first date, last date, mine boolean) returns table (kind text, content text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_first date := coalesce(first, rule.today(v_me.centre));
    v_last date := coalesce(last, v_first);
    v_week date;
    v_title text;
    v_note text;
begin
    if v_last - v_first > 366 or v_last < v_first then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'days', v_first, v_last);
    end if;
    select coalesce(string_agg(distinct d.kind_name, '、'), '值班') || '表' || case when mine then '（' || v_me.name || '）' else '' end,
           case when bool_or(r.version = 0) then '草稿，尚未发布' else '' end
    into v_title, v_note
    from api.roster_duty as d
    join api.roster as r on r.id = d.roster
    where d.day between v_first and v_last
      and (not mine or d.published = v_me.id);
    if mine or v_first = v_last then
        return query
        select p.kind, p.content
        from api.document_preview('roster', null, null, null, jsonb_build_object(
                 'roster.title', v_title,
                 'roster.period', rule.document_day(v_first)
                                  || case when v_last > v_first then '至' || rule.document_day(v_last) else '' end,
                 'rows', (select coalesce(jsonb_agg(jsonb_build_array(
                                     to_char(d.day, 'YYYY-MM-DD'), '周' || substr('一二三四五六日', extract(isodow from d.day)::int, 1),
                                     d.opens || '–' || d.closes, d.counter_label || ' ' || d.counter_name,
                                     coalesce(nullif(d.instead_of, ''), rule.roster_paper_name(d, v_me)),
                                     case when d.instead_of <> '' then rule.roster_paper_name(d, v_me) else '' end)
                                                    order by d.day, c.position, c.id), '[]')
                          from api.roster_duty as d
                          join banshi.counter as c on c.centre = v_me.centre and c.id = d.counter
                          where d.day between v_first and v_last
                            and (not mine or d.published = v_me.id)))) as p;
        return;
    end if;
    for v_week in
        select g::date
        from generate_series(date_trunc('week', v_first), v_last, interval '7 days') as g
        where exists (select from api.roster_duty as d
                      where d.day between greatest(g::date, v_first) and least(g::date + 6, v_last))
           or g = date_trunc('week', v_last)
    loop
        return query
        select p.kind, p.content
        from api.document_preview('roster_week', null, null, null, jsonb_build_object(
                 'roster.title', v_title,
                 'roster.period', rule.document_day(greatest(v_week, v_first)) || '至'
                                  || rule.document_day(least(v_week + 6, v_last)),
                 'roster.monday', '周一 ' || to_char(v_week, 'MM-DD'), 'roster.tuesday', '周二 ' || to_char(v_week + 1, 'MM-DD'),
                 'roster.wednesday', '周三 ' || to_char(v_week + 2, 'MM-DD'), 'roster.thursday', '周四 ' || to_char(v_week + 3,
                     'MM-DD'),
                 'roster.friday', '周五 ' || to_char(v_week + 4, 'MM-DD'), 'roster.saturday', '周六 ' || to_char(v_week + 5, 'MM-DD'),
                 'roster.sunday', '周日 ' || to_char(v_week + 6, 'MM-DD'), 'roster.note', v_note,
                 'rows', (select coalesce(jsonb_agg(jsonb_build_array(x.label, x.names[1], x.names[2], x.names[3], x.names[4],
                                                                      x.names[5], x.names[6], x.names[7])
                                                    order by x.position, x.id), '[]')
                          from (select c.position, c.id, min(d.counter_label || ' ' || d.counter_name) as label,
                                       array(select coalesce((select string_agg(rule.roster_paper_name(e, v_me)
                                                                     || case when e.instead_of <> ''
                                                                             then '（替' || e.instead_of || '）' else '' end, '、')
                                                              from api.roster_duty as e
                                                              where e.day = n.day
                                                                and e.day between v_first and v_last
                                                                and e.counter = c.id), '')
                                             from (select v_week + g as day from generate_series(0, 6) as g) as n
                                             order by n.day) as names
                                from api.roster_duty as d
                                join banshi.counter as c on c.centre = v_me.centre and c.id = d.counter
                                where d.day between greatest(v_week, v_first) and least(v_week + 6, v_last)
                                group by c.position, c.id) as x))) as p;
    end loop;
end
$$;
comment on function api.roster_paper is 'Duties as papers: a list, or a table a week';
grant execute on function api.roster_paper to banshi_clerk;
