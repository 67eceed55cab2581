-- SPDX-License-Identifier: MIT
-- Suspend for a special procedure: its time does not count, but only because the applicant is told in writing what it is and
-- how long it takes (Licensing Law art. 45).
create function api.case_suspend(opid uuid, id bigint, kind text, note text, days bigint) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_case banshi.case;
    v_note text;
begin
    if rule.operation_begin(v_me, opid, 'case_suspend') is null then
        v_case := rule.case_lock(v_me, case_suspend.id, array['accepted', 'prolonged']);
        v_note := rule.phrase_public(v_me.centre, 'note', case_suspend.note, 300);
        if not rule.is_word('suspension_kind', case_suspend.kind) then
            raise exception using errcode = 'BS001', message = 'kind · ' || coalesce(case_suspend.kind, '');
        end if;
        if v_note = '' then
            raise exception using errcode = 'BS015', message = 'note';
        end if;
        if coalesce(case_suspend.days, 0) not between 1 and 366 then
            raise exception using errcode = 'BS001', message = 'days · ' || coalesce(case_suspend.days, 0);
        end if;
        insert into banshi.suspension (centre, case_id, kind, note, days, from_on, staff)
        values (v_me.centre, v_case.id, case_suspend.kind, v_note, case_suspend.days, rule.today(v_me.centre), v_me.id);
        update banshi.case as c set state = 'suspended' where c.centre = v_me.centre and c.id = v_case.id;
        perform rule.case_clock(v_me.centre, v_case.id);
        perform rule.record(v_me, rule.my_counter(), 'case', v_case.id, 'suspended', case_suspend.kind, v_note);
        perform rule.document_issue(v_me, opid, v_case.id, 'special', jsonb_build_object(
            'special.kind', rule.word_said('suspension_kind', case_suspend.kind),
            'special.reason', v_note,
            'special.from', rule.document_day(rule.today(v_me.centre)),
            'special.days', case_suspend.days || rule.word_said('limit_unit', 'working_day')));
        perform rule.operation_end(v_me, opid, v_case.id);
        perform rule.case_changed(v_me.centre, v_case.id);
    end if;
    return query
    select a.*
    from banshi.document as d
    join api.document as a on a.id = d.id
    where d.centre = v_me.centre
      and d.op = opid;
end
$$;
comment on function api.case_suspend is 'Stop the clock of an accepted case for a special procedure; its notice';
grant execute on function api.case_suspend to banshi_clerk;
