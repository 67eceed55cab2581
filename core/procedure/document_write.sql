-- SPDX-License-Identifier: MIT
-- Issue a document that comes with no act: of a kind that its layout lets this role issue, on a case in a state that it names, or
-- on an item, with all that it needs.
create function api.document_write(opid uuid, kind text, case_id bigint, item bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_write');
    v_kind record := rule.document_kind(document_write.kind);
    v_case banshi.case;
    v_said jsonb;
    v_item bigint;
    v_lacks text;
begin
    if v_id is null then
        if v_kind.roles is null then
            raise exception using errcode = 'BS001', message = 'kind · ' || coalesce(kind, '');
        elsif v_me.role <> all (v_kind.roles) then
            raise exception using errcode = 'BS002', message = 'document · ' || kind;
        end if;
        if v_kind.about = 'item' then
            select i.id into v_item from banshi.item as i where i.centre = v_me.centre and i.id = document_write.item;
        else
            select * into v_case from banshi.case as c where c.centre = v_me.centre and c.id = document_write.case_id for share;
        end if;
        if not found then
            raise exception using errcode = 'BS003', message = v_kind.about;
        elsif v_case.state <> all (v_kind.states) then
            raise exception using errcode = 'BS004', message = v_case.number || ' · ' || v_case.state;
        end if;
        v_said := rule.document_said(v_me.centre, "values");
        select n into v_lacks
        from unnest(v_kind.needs) with ordinality as u (n, i)
        where btrim(coalesce(rule.document_values(v_me, v_case.id, v_item, null, v_said) ->> n, '')) = ''
        order by i
        limit 1;
        if found then
            raise exception using errcode = 'BS001', message = v_lacks || ' · is required';
        end if;
        v_said := rule.document_resolve(v_case, v_said);
        v_id := rule.document_issue(v_me, opid, v_case.id, kind, v_said, v_item);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'document', v_id, p_state => 'issued');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_write is 'Issue a document that decides nothing';
grant execute on function api.document_write to banshi_clerk;
