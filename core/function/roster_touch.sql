-- SPDX-License-Identifier: MIT
create function rule.roster_touch(p_centre bigint, p_roster bigint) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft bigint;
begin
    update banshi.roster as r
    set draft = r.draft + 1
    where r.centre = p_centre
      and r.id = p_roster
    returning r.draft into v_draft;
    return v_draft;
end
$$;
comment on function rule.roster_touch is 'The next draft of a roster, for the duties that are about to change';
