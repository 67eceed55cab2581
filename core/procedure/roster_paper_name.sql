-- SPDX-License-Identifier: MIT
-- Who has a duty, as it stands on paper.
create or replace function banshi.roster_paper_name(p_duty api.roster_duty, p_me banshi.staff) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce(nullif(case when p_duty.published is not null then p_duty.published_name
                                when p_me.role <> 'clerk' and exists (select from banshi.roster as r
                                                                      where r.centre = p_me.centre
                                                                        and r.id = p_duty.roster
                                                                        and r.version = 0)
                                then p_duty.staff_name
                           end, ''), '（空缺）');
end
$$;
comment on function banshi.roster_paper_name(api.roster_duty, banshi.staff) is 'Who has a duty, as it stands on paper';
revoke execute on function banshi.roster_paper_name(api.roster_duty, banshi.staff) from public;
