-- SPDX-License-Identifier: MIT
-- One case in full, by id or number. The reading is recorded.
create function api.case_show(opid uuid, id bigint, number text) returns setof api."case"
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'case_show');
    v banshi.case;
begin
    select * into v
    from banshi.case as c
    where c.centre = v_me.centre
      and (c.id = coalesce(v_id, case_show.id) or (case_show.id is null and c.number = upper(btrim(case_show.number))));
    if not found then
        raise exception using errcode = 'BS003', message = coalesce(case_show.number, 'case');
    end if;
    if v_id is null then
        perform rule.record(v_me, rule.my_counter(), 'case', v.id, 'read', '');
        perform rule.operation_end(v_me, opid, v.id);
    end if;
    return query
    select r.*
    from api."case" as a,
         jsonb_populate_record(a, jsonb_build_object('id_number', v.id_number, 'phone', v.phone, 'address', v.address,
             'agent_id_number', v.agent_id_number, 'agent_phone', v.agent_phone, 'delivery_note', v.delivery_note,
             'email', v.email)) as r
    where a.id = v.id;
end
$$;
comment on function api.case_show is 'A case with its personal data; the reading is recorded';
grant execute on function api.case_show to banshi_clerk;
