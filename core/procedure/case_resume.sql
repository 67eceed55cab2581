-- SPDX-License-Identifier: MIT
-- Start the clock of a suspended case again: its deadlines move by the time that did not count (Licensing Law art. 45).
create function api.case_resume(opid uuid, id bigint) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'case_resume');
    v_today date := rule.today(v_me.centre);
    v_case banshi.case;
    v_from date;
begin
    if v_id is null then
        v_case := rule.case_lock(v_me, case_resume.id, array['suspended']);
        v_id := v_case.id;
        update banshi.suspension as s
        set until_on = v_today
        where s.centre = v_me.centre
          and s.case_id = v_id
          and s.until_on is null
        returning s.from_on into strict v_from;
        update banshi.case as c
        set state = case when exists (select from banshi.prolongation as p where p.centre = c.centre and p.case_id = c.id)
                         then 'prolonged' else 'accepted' end
        where c.centre = v_me.centre
          and c.id = v_id;
        perform rule.case_clock(v_me.centre, v_id);
        perform rule.record(v_me, rule.my_counter(), 'case', v_id, 'resumed',
                            concat_ws(' · ', 'working days', rule.working_days(v_me.centre, v_from, v_today)));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.case_changed(v_me.centre, v_id);
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_resume is 'Start the clock of a suspended case again';
grant execute on function api.case_resume to banshi_clerk;
