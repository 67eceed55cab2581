-- SPDX-License-Identifier: MIT
-- The result of an accepted case. A decision is delivered within ten days (Licensing Law art. 44); ending without one leaves
-- nothing to deliver. A denial is told in writing, with its reasons and the remedies (art. 38).
-- after: document_issue
create function api.case_finish(opid uuid, id bigint, result text, note text) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'case_finish');
    v_note text;
begin
    if v_id is null then
        v_id := (banshi.case_lock(v_me, case_finish.id, case when case_finish.result = 'ended'
                                                             then array['accepted', 'prolonged', 'suspended']
                                                             else array['accepted', 'prolonged'] end)).id;
        v_note := banshi.phrase_public(v_me.centre, 'note', case_finish.note, 500);
        if coalesce(case_finish.result, '') not in ('granted', 'denied', 'ended') then
            raise exception using errcode = 'BS001', message = 'result · ' || coalesce(case_finish.result, '');
        end if;
        if v_note = '' and case_finish.result <> 'granted' then
            raise exception using errcode = 'BS015', message = 'note';
        end if;
        perform banshi.case_stand(v_me.centre, v_id);
        update banshi.case as c
        set state = case case_finish.result when 'ended' then 'ended' else 'decided' end,
            result = case_finish.result,
            reason = v_note,
            finished_on = banshi.today(v_me.centre),
            decided_at = banshi.now()
        where c.centre = v_me.centre
          and c.id = v_id;
        perform banshi.case_clock(v_me.centre, v_id);
        perform banshi.record(v_me, banshi.my_counter(), 'case', v_id, case_finish.result, v_note);
        if case_finish.result = 'denied' then
            perform banshi.document_issue(v_me, opid, v_id, 'denial');
        end if;
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'case');
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_finish(uuid, bigint, text, text) is 'Give an accepted case its result';
revoke execute on function api.case_finish(uuid, bigint, text, text) from public;
grant execute on function api.case_finish(uuid, bigint, text, text) to banshi_clerk;
