-- SPDX-License-Identifier: MIT
-- Apply a decision to a case and issue its document (Licensing Law art. 32). The case is locked by the caller.
create function rule.case_apply(p_me rule.actor, p_opid uuid, p_case bigint, p_decision jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_outcome text := coalesce(p_decision ->> 'outcome', '');
    v_case banshi.case;
    v_reason text := rule.phrase_public(p_me.centre, 'reason', p_decision ->> 'reason');
    v_basis text := rule.phrase_public(p_me.centre, 'basis', p_decision ->> 'basis', 300);
    v_organ text := rule.phrase_public(p_me.centre, 'organ', p_decision ->> 'organ', 100);
begin
    select * into strict v_case from banshi.case as c where c.centre = p_me.centre and c.id = p_case;
    if v_case.state not in ('received', 'supplement')
       and not (v_outcome = 'withdraw' and v_case.state in ('accepted', 'prolonged', 'suspended'))
       -- accepted by law, and not told yet
       and not (v_outcome = 'accept' and v_case.state = 'accepted' and v_case.deemed
                and not exists (select from banshi.document as d
                                where d.centre = p_me.centre and d.case_id = p_case and d.kind = 'acceptance')) then
        raise exception using errcode = 'BS004', message = v_case.number || ' · ' || v_case.state;
    end if;
    if v_outcome in ('refuse', 'not_required', 'withdraw') and v_reason = '' then
        raise exception using errcode = 'BS015', message = 'reason';
    end if;
    update banshi.case as c
    set reason = v_reason,
        basis = v_basis,
        organ = v_organ,
        decided_at = rule.now()
    where c.centre = p_me.centre
      and c.id = p_case;
    case v_outcome
    when 'accept' then
        perform rule.case_accept(p_me, v_case);
        perform rule.record(p_me, rule.my_counter(), 'case', p_case, 'accepted',
                            case when (p_decision ->> 'corrected')::boolean then 'corrected on the spot' end);
        perform rule.document_issue(p_me, p_opid, p_case, 'acceptance');
    when 'supplement' then
        perform rule.case_ask_supplement(p_me, v_case, p_decision);
        perform rule.record(p_me, rule.my_counter(), 'case', p_case, 'supplement', '');
        perform rule.document_issue(p_me, p_opid, p_case, 'supplement');
    when 'refuse' then
        update banshi.case as c set state = 'refused' where c.centre = p_me.centre and c.id = p_case;
        perform rule.record(p_me, rule.my_counter(), 'case', p_case, 'refused', '', v_reason);
        perform rule.document_issue(p_me, p_opid, p_case, 'refusal');
    when 'not_required' then
        update banshi.case as c set state = 'not_required' where c.centre = p_me.centre and c.id = p_case;
        perform rule.record(p_me, rule.my_counter(), 'case', p_case, 'not_required', '', v_reason);
        perform rule.document_issue(p_me, p_opid, p_case, 'not_required');
    when 'withdraw' then
        perform rule.case_stand(p_me.centre, p_case);
        update banshi.case as c set state = 'withdrawn' where c.centre = p_me.centre and c.id = p_case;
        perform rule.record(p_me, rule.my_counter(), 'case', p_case, 'withdrawn', '', v_reason);
    else
        raise exception using errcode = 'BS001', message = 'outcome · ' || v_outcome;
    end case;
end
$$;
comment on function rule.case_apply is 'Apply a decision to a case and issue its document';
