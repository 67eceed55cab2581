-- SPDX-License-Identifier: MIT
create function rule.case_deem(p_me rule.actor, p_case banshi.case) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.case as c set deemed = true where c.centre = p_me.centre and c.id = p_case.id;
    perform rule.case_start(p_me, p_case, p_case.received_on);
    perform rule.record(p_me, rule.my_counter(), 'case', p_case.id, 'deemed accepted', p_case.received_on::text);
end
$$;
comment on function rule.case_deem is 'Count a case as accepted from the day of receipt';
