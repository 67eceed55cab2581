-- SPDX-License-Identifier: MIT
-- Duties as papers: up to a day, or one's own, as a list; longer as a table a week, a line a counter, a column a day. Clerks get
-- what is published; leads, of a roster that was never published, its draft, which says so.
create function api.roster_paper(first date, last date, mine boolean) returns setof api.document_preview
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_first date := coalesce(first, rule.today(v_me.centre));
    v_last date := coalesce(last, v_first);
    v_week date;
    v_about jsonb; -- what all sheets say
begin
    if v_last - v_first > 366 or v_last < v_first then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'days', v_first, v_last);
    end if;
    select jsonb_build_object('roster.kinds', coalesce(string_agg(distinct d.kind_name, '、'), ''),
                              'roster.person', case when mine then v_me.name else '' end,
                              'roster.draft', coalesce(bool_or(r.version = 0), false))
    into v_about
    from api.roster_duty as d
    join api.roster as r on r.id = d.roster
    where d.day between v_first and v_last
      and (not mine or d.published = v_me.id);
    if mine or v_first = v_last then
        return query
        select p.*
        from api.document_preview('roster', null, null, null, v_about || jsonb_build_object(
                 'roster.first', rule.document_day(v_first),
                 'roster.last', case when v_last > v_first then rule.document_day(v_last) else '' end,
                 'duties', (select coalesce(jsonb_agg(jsonb_build_object(
                                       'duty.day', to_char(d.day, 'YYYY-MM-DD'), 'duty.weekday', rule.document_weekday(d.day),
                                       'duty.opens', d.opens, 'duty.closes', d.closes,
                                       'duty.counter', d.counter_label || ' ' || d.counter_name,
                                       'duty.person', coalesce(nullif(d.instead_of, ''), rule.roster_paper_name(d, v_me)),
                                       'duty.stand_in', case when d.instead_of = '' then ''
                                                             else rule.roster_paper_name(d, v_me) end)
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
        select p.*
        from api.document_preview('roster_week', null, null, null, v_about || jsonb_build_object(
                 'roster.first', rule.document_day(greatest(v_week, v_first)),
                 'roster.last', rule.document_day(least(v_week + 6, v_last)),
                 'roster.monday', to_char(v_week, 'MM-DD'), 'roster.tuesday', to_char(v_week + 1, 'MM-DD'),
                 'roster.wednesday', to_char(v_week + 2, 'MM-DD'), 'roster.thursday', to_char(v_week + 3, 'MM-DD'),
                 'roster.friday', to_char(v_week + 4, 'MM-DD'), 'roster.saturday', to_char(v_week + 5, 'MM-DD'),
                 'roster.sunday', to_char(v_week + 6, 'MM-DD'),
                 'counters', (select coalesce(jsonb_agg(jsonb_build_object(
                                         'counter.label', x.label, 'counter.monday', x.names[1], 'counter.tuesday', x.names[2],
                                         'counter.wednesday', x.names[3], 'counter.thursday', x.names[4],
                                         'counter.friday', x.names[5], 'counter.saturday', x.names[6], 'counter.sunday', x.names[7])
                                                        order by x.position, x.id), '[]')
                          from (select c.position, c.id, min(d.counter_label || ' ' || d.counter_name) as label,
                                       array(select coalesce((select string_agg(rule.roster_paper_name(e, v_me, true), '、')
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
