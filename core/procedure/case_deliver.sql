-- SPDX-License-Identifier: MIT
-- The result reached the applicant (Licensing Law art. 44; norm 8.1).
create function api.case_deliver(opid uuid, id bigint, mode text, note text) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'case_deliver');
    v_case banshi.case;
    v_mode text;
begin
    if v_id is null then
        v_case := rule.case_lock(v_me, case_deliver.id, array['decided']);
        v_id := v_case.id;
        v_mode := coalesce(nullif(case_deliver.mode, ''), v_case.delivery);
        if not rule.is_word('case_delivery', v_mode) then
            raise exception using errcode = 'BS001', message = 'delivery · ' || v_mode;
        end if;
        update banshi.case as c
        set state = 'delivered',
            delivered_on = rule.today(v_me.centre),
            delivered_by = v_mode
        where c.centre = v_me.centre
          and c.id = v_id;
        perform rule.record(v_me, rule.my_counter(), 'case', v_id, 'delivered',
                            v_mode, rule.text_plain('note', case_deliver.note, 200));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.case_changed(v_me.centre, v_id);
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_deliver is 'The result of a case was delivered; "": as the applicant wished';
grant execute on function api.case_deliver to banshi_clerk;
