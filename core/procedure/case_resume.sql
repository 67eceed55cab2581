-- SPDX-License-Identifier: MIT
-- Start the clock of a suspended case again: its deadlines move by the time that did not count (Licensing Law art. 45).
create function api.case_resume(opid uuid, id bigint) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'case_resume');
    v_today date := banshi.today(v_me.centre);
    v_case banshi.case;
    v_from date;
begin
    if v_id is null then
        v_case := banshi.case_lock(v_me, case_resume.id, array['suspended']);
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
        perform banshi.case_clock(v_me.centre, v_id);
        perform banshi.record(v_me, banshi.my_counter(), 'case', v_id, 'resumed',
                              concat_ws(' · ', 'working days', banshi.working_days(v_me.centre, v_from, v_today)));
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'case');
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_resume(uuid, bigint) is 'Start the clock of a suspended case again';
revoke execute on function api.case_resume(uuid, bigint) from public;
grant execute on function api.case_resume(uuid, bigint) to banshi_clerk;
