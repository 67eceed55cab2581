-- SPDX-License-Identifier: MIT
-- Decide on a case that was received or is to be supplemented, with the materials as they are now.
create function api.case_decide(opid uuid, id bigint, decision jsonb, materials jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_case bigint := rule.operation_begin(v_me, opid, 'case_decide');
    v_item bigint;
begin
    if v_case is null then
        select c.id, c.item into v_case, v_item
        from banshi.case as c
        where c.centre = v_me.centre
          and c.id = case_decide.id
        for update;
        if not found then
            raise exception using errcode = 'BS003', message = 'case';
        end if;
        perform rule.case_materials_put(v_me.centre, v_case, v_item, materials);
        perform rule.case_apply(v_me, opid, v_case, decision);
        perform rule.operation_end(v_me, opid, v_case);
        perform rule.case_changed(v_me.centre, v_case);
    end if;
    return query
    select a.*
    from banshi.document as d
    join api.document as a on a.id = d.id
    where d.centre = v_me.centre
      and d.op = opid
    order by d.id;
end
$$;
comment on function api.case_decide is 'Decide on a case; the documents issued';
grant execute on function api.case_decide to banshi_clerk;
