-- SPDX-License-Identifier: MIT
-- Duties of the last months, by person.
create function rule.roster_counts(p_centre bigint, p_kind text, p_before date)
    returns table (staff bigint, duties bigint)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select d.published, count(*)
    from banshi.roster_duty as d
    join banshi.roster as r on r.centre = d.centre and r.id = d.roster
    where d.centre = p_centre
      and r.kind = p_kind
      and d.day >= date_trunc('month', p_before) - interval '3 months'
      and d.day < p_before
      and d.published is not null
    group by d.published;
end
$$;
comment on function rule.roster_counts is 'Duties of the three months before and of the month so far, by person';
