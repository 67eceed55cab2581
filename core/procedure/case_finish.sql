-- SPDX-License-Identifier: MIT
-- The result of an accepted case. A decision is delivered within ten days (Licensing Law art. 44); ending without one leaves
-- nothing to deliver. A denial is told in writing, with its reasons and the remedies (art. 38).
create function api.case_finish(opid uuid, id bigint, result text, note text) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'case_finish');
    v_note text;
begin
    if v_id is null then
        v_id := (rule.case_lock(v_me, case_finish.id, case when case_finish.result = 'ended'
                                                           then array['accepted', 'prolonged', 'suspended']
                                                           else array['accepted', 'prolonged'] end)).id;
        v_note := rule.phrase_public(v_me.centre, 'note', case_finish.note, 500);
        if not rule.is_word('case_result', case_finish.result) then
            raise exception using errcode = 'BS001', message = 'result · ' || coalesce(case_finish.result, '');
        end if;
        if v_note = '' and case_finish.result <> 'granted' then
            raise exception using errcode = 'BS015', message = 'note';
        end if;
        perform rule.case_stand(v_me.centre, v_id);
        update banshi.case as c
        set state = case case_finish.result when 'ended' then 'ended' else 'decided' end,
            result = case_finish.result,
            reason = v_note,
            finished_on = rule.today(v_me.centre),
            decided_at = rule.now()
        where c.centre = v_me.centre
          and c.id = v_id;
        perform rule.case_clock(v_me.centre, v_id);
        perform rule.record(v_me, rule.my_counter(), 'case', v_id, case_finish.result, '', v_note);
        if case_finish.result = 'denied' then
            perform rule.document_issue(v_me, opid, v_id, 'denial');
        end if;
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.case_changed(v_me.centre, v_id);
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_finish is 'Give an accepted case its result';
grant execute on function api.case_finish to banshi_clerk;
