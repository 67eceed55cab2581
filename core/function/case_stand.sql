-- SPDX-License-Identifier: MIT
-- A case that leaves its procedure leaves a special procedure too.
create function rule.case_stand(p_centre bigint, p_case bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.suspension as s
    set until_on = rule.today(p_centre)
    where s.centre = p_centre
      and s.case_id = p_case
      and s.until_on is null;
end
$$;
comment on function rule.case_stand is 'End a suspension that is still open, if any';
