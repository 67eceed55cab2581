-- SPDX-License-Identifier: MIT
-- The result reached the applicant (Licensing Law art. 44; norm 8.1).
create function api.case_deliver(opid uuid, id bigint, mode text, note text) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'case_deliver');
    v_case banshi.case;
    v_mode text;
begin
    if v_id is null then
        v_case := banshi.case_lock(v_me, case_deliver.id, array['decided']);
        v_id := v_case.id;
        v_mode := coalesce(nullif(case_deliver.mode, ''), v_case.delivery);
        if v_mode not in ('pickup', 'locker', 'post', 'network', 'announcement') then
            raise exception using errcode = 'BS001', message = 'delivery · ' || v_mode;
        end if;
        update banshi.case as c
        set state = 'delivered',
            delivered_on = banshi.today(v_me.centre),
            delivered_by = v_mode
        where c.centre = v_me.centre
          and c.id = v_id;
        perform banshi.record(v_me, banshi.my_counter(), 'case', v_id, 'delivered',
                              concat_ws(' · ', v_mode, nullif(banshi.text_plain('note', case_deliver.note, 200), '')));
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'case');
    end if;
    return query
    select a.*
    from api."case" as a
    where a.id = v_id;
end
$$;
comment on function api.case_deliver(uuid, bigint, text, text) is 'The result of a case was delivered; "": as the applicant wished';
revoke execute on function api.case_deliver(uuid, bigint, text, text) from public;
grant execute on function api.case_deliver(uuid, bigint, text, text) to banshi_clerk;
