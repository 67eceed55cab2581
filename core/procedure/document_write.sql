-- SPDX-License-Identifier: MIT
-- Issue a document that decides nothing: told at an enquiry, agreed with an agent, served. Those that go with a decision are
-- issued by it. `values` are what only this document says, by the names of placeholders.
-- after: document_issue
create or replace function banshi.document_said(p_values jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select jsonb_object_agg(k, banshi.text_plain(k, v, 500))
                     from jsonb_each_text(coalesce(p_values, '{}')) as e (k, v)
                     where k <> 'rows'), '{}');
end
$$;
comment on function banshi.document_said(jsonb) is 'Values that a client gives, made plain';
revoke execute on function banshi.document_said(jsonb) from public;

create function api.document_write(opid uuid, kind text, case_id bigint, item bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'document_write');
begin
    if v_id is null then
        if kind not in ('enquiry', 'tolerance', 'assistance', 'assistance_end', 'authority', 'service') then
            raise exception using errcode = 'BS001', message = 'kind · ' || coalesce(kind, '');
        end if;
        if kind = 'enquiry' then
            perform from banshi.item as i where i.centre = v_me.centre and i.id = document_write.item;
        else
            perform from banshi.case as c where c.centre = v_me.centre and c.id = document_write.case_id for share;
        end if;
        if not found then
            raise exception using errcode = 'BS003', message = case when kind = 'enquiry' then 'item' else 'case' end;
        end if;
        v_id := banshi.document_issue(v_me, opid, case when kind <> 'enquiry' then case_id end, kind,
                                      banshi.document_said("values"), case when kind = 'enquiry' then item end);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_write(uuid, text, bigint, bigint, jsonb) is 'Issue a document that decides nothing';
revoke execute on function api.document_write(uuid, text, bigint, bigint, jsonb) from public;
grant execute on function api.document_write(uuid, text, bigint, bigint, jsonb) to banshi_clerk;
