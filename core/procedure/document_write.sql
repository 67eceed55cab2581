-- SPDX-License-Identifier: MIT
create function api.document_write(opid uuid, kind text, case_id bigint, item bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_write');
    v_case banshi.case;
    v_said jsonb;
    v_item bigint;
    v_lacks text;
begin
    if v_id is null then
        if not rule.is_word('document_kind_written', kind) then
            raise exception using errcode = 'BS001', message = 'kind · ' || coalesce(kind, '');
        end if;
        if kind = 'enquiry' then
            select i.id into v_item from banshi.item as i where i.centre = v_me.centre and i.id = document_write.item;
        else
            select * into v_case from banshi.case as c where c.centre = v_me.centre and c.id = document_write.case_id for share;
        end if;
        if not found then
            raise exception using errcode = 'BS003', message = case when kind = 'enquiry' then 'item' else 'case' end;
        end if;
        v_said := rule.document_said(v_me.centre, "values");
        select n into v_lacks
        from unnest(rule.document_needs(kind)) with ordinality as u (n, i)
        where btrim(coalesce(rule.document_values(v_me, v_case.id, v_item, null, v_said) ->> n, '')) = ''
        order by i
        limit 1;
        if found then
            raise exception using errcode = 'BS001', message = v_lacks || ' · is required';
        end if;
        if rule.is_word('assistance_result', v_said ->> 'assistance.result') then
            v_said := v_said || jsonb_build_object('assistance.result',
                                                   rule.word_said('assistance_result', v_said ->> 'assistance.result'));
        end if;
        if kind = 'tolerance' then
            v_said := v_said || jsonb_build_object('tolerance.by', rule.document_tolerance(v_case, v_said ->> 'tolerance.by'));
        end if;
        v_id := rule.document_issue(v_me, opid, v_case.id, kind, v_said, v_item);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_write is 'Issue a document that decides nothing';
grant execute on function api.document_write to banshi_clerk;
