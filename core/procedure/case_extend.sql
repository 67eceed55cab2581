-- SPDX-License-Identifier: MIT
-- Prolong the limit of a case: once, before it runs out, by an approver, with a reason that the applicant is told
-- (Licensing Law art. 42).
create function api.case_extend(opid uuid, id bigint, days bigint, unified boolean, reason text) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_case banshi.case;
    v_reason text;
    v_most int := case when unified then 15 else 10 end;
begin
    if rule.operation_begin(v_me, opid, 'case_extend') is null then
        if not rule.at_least(v_me, 'lead') then
            raise exception using errcode = 'BS002', message = 'prolonged · ' || v_me.role;
        end if;
        v_case := rule.case_lock(v_me, case_extend.id, array['accepted']); -- not "prolonged": once only
        v_reason := rule.phrase_public(v_me.centre, 'reason', case_extend.reason, 300);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'reason';
        end if;
        if coalesce(case_extend.days, 0) not between 1 and v_most then
            raise exception using errcode = 'BS001', message = concat('days · ', case_extend.days, ' > ', v_most);
        end if;
        if coalesce(v_case.statutory_due, v_case.promised_due) is null then
            raise exception using errcode = 'BS004', message = v_case.number || ' · without a limit';
        end if;
        if coalesce(v_case.statutory_due, v_case.promised_due) < rule.today(v_me.centre) then
            raise exception using errcode = 'BS004',
                message = v_case.number || ' · overdue · ' || coalesce(v_case.statutory_due, v_case.promised_due);
        end if;
        insert into banshi.prolongation (centre, case_id, days, unified, reason, staff, on_day)
        values (v_me.centre, v_case.id, case_extend.days, coalesce(case_extend.unified, false), v_reason, v_me.id,
                rule.today(v_me.centre));
        update banshi.case as c set state = 'prolonged' where c.centre = v_me.centre and c.id = v_case.id;
        perform rule.case_clock(v_me.centre, v_case.id);
        perform rule.record(v_me, rule.my_counter(), 'case', v_case.id, 'prolonged',
                            concat('working days · ', case_extend.days), v_reason);
        select * into strict v_case from banshi.case as c where c.centre = v_me.centre and c.id = v_case.id;
        perform rule.document_issue(v_me, opid, v_case.id, 'prolongation', jsonb_build_object(
            'prolongation.days', case_extend.days || rule.word_said('limit_unit', 'working_day'),
            'prolongation.reason', v_reason,
            'prolongation.approver', v_me.name,
            'prolongation.due', rule.document_day(coalesce(v_case.statutory_due, v_case.promised_due)),
            'prolongation.provisional', not v_case.due_published));
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
comment on function api.case_extend is 'Prolong the limit of an accepted case once; its notice';
grant execute on function api.case_extend to banshi_lead;
