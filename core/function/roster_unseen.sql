-- SPDX-License-Identifier: MIT
-- What has changed in a roster since a draft of it was looked at, in words: the last change, by whom, and how many more there
-- are; a plan may have left no duty to name.
create function rule.roster_unseen(p_roster banshi.roster, p_draft bigint) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select concat_ws(' · ', 'roster', to_char(p_roster.month, 'YYYY-MM'),
                             (select concat_ws(' · ', l.label, d.day, coalesce(s.name, 'vacant'), 'by', c.name)
                              from banshi.roster_duty as d
                              join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
                              join banshi.staff as c on c.centre = d.centre and c.id = d.changed_by
                              left join banshi.staff as s on s.centre = d.centre and s.id = d.staff
                              where d.centre = p_roster.centre
                                and d.roster = p_roster.id
                                and d.draft > p_draft
                              order by d.draft desc, d.day, l.label
                              limit 1),
                             case when n.more > 0 then '+' || n.more end)
            from (select count(*) - 1 as more
                  from banshi.roster_duty as d
                  where d.centre = p_roster.centre
                    and d.roster = p_roster.id
                    and d.draft > p_draft) as n);
end
$$;
comment on function rule.roster_unseen is 'What has changed in a roster since a draft of it was looked at';
