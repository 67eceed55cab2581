-- SPDX-License-Identifier: MIT
-- Who has a duty, as it stands on paper; in a table also instead of whom.
-- after: views
create function rule.roster_paper_name(p_duty api.roster_duty, p_me rule.actor, p_table boolean default false) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce(nullif(case when p_duty.published is not null then p_duty.published_name
                                when rule.at_least(p_me, 'lead') and exists (select from banshi.roster as r
                                                                      where r.centre = p_me.centre
                                                                        and r.id = p_duty.roster
                                                                        and r.version = 0)
                                then p_duty.staff_name
                           end, ''), '（空缺）')
           || case when p_table and p_duty.instead_of <> '' then '（替' || p_duty.instead_of || '）' else '' end;
end
$$;
comment on function rule.roster_paper_name is 'Who has a duty, as it stands on paper';
