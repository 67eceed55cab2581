-- SPDX-License-Identifier: MIT
-- Issue a document that decides nothing: told at an enquiry, agreed with an agent or a helper. Those that go with a decision
-- are issued by it, a proof of service by serving. `values` are what only this document says, by the names of placeholders.
-- after: document_issue
drop function if exists banshi.document_said(jsonb);
create or replace function banshi.document_said(p_centre bigint, p_values jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select jsonb_object_agg(k, banshi.phrase_public(p_centre, k, v))
                     from jsonb_each_text(coalesce(p_values, '{}')) as e (k, v)
                     where k <> 'rows'), '{}');
end
$$;
comment on function banshi.document_said(bigint, jsonb) is 'Values that a client gives, fit for a citizen to read';

create or replace function banshi.document_needs(p_kind text) returns text[]
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind when 'tolerance' then '{tolerance.by}'::text[]
                       when 'assistance' then '{assistance.helper}'
                       when 'assistance_end' then '{assistance.helper,assistance.result}'
                       when 'authority' then '{agent.name,agent.authority}'
                       else '{}' end
$$;
comment on function banshi.document_needs(text) is 'What a kind cannot be issued without';

-- The day by which what is lacking is promised: not later than the promised limit.
create or replace function banshi.document_tolerance(p_case banshi.case, p_by text) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_by date;
begin
    begin
        v_by := p_by::date;
    exception
        when invalid_datetime_format or datetime_field_overflow then
            raise exception using errcode = 'BS001', message = 'tolerance.by · not a date';
    end;
    if v_by < banshi.today(p_case.centre) or v_by > p_case.promised_due then
        raise exception using errcode = 'BS001',
            message = concat_ws(' · ', 'tolerance.by', banshi.today(p_case.centre) || ' – ' || p_case.promised_due);
    end if;
    perform from banshi.case_material as m
    where m.centre = p_case.centre and m.case_id = p_case.id and m.state in ('missing', 'wrong');
    if not found then
        raise exception using errcode = 'BS004', message = p_case.number || ' · no material is missing';
    end if;
    return banshi.document_day(v_by);
end
$$;
comment on function banshi.document_tolerance(banshi.case, text) is 'The day as it is printed; refused when it does not do';
revoke execute on function banshi.document_said(bigint, jsonb), banshi.document_needs(text),
    banshi.document_tolerance(banshi.case, text) from public;

create function api.document_write(opid uuid, kind text, case_id bigint, item bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'document_write');
    v_case banshi.case;
    v_said jsonb;
    v_item bigint;
    v_lacks text;
begin
    if v_id is null then
        if coalesce(kind, '') not in ('enquiry', 'tolerance', 'assistance', 'assistance_end', 'authority') then
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
        v_said := banshi.document_said(v_me.centre, "values");
        select n into v_lacks
        from unnest(banshi.document_needs(kind)) with ordinality as u (n, i)
        where btrim(coalesce(banshi.document_values(v_me, v_case.id, v_item, null, v_said) ->> n, '')) = ''
        order by i
        limit 1;
        if found then
            raise exception using errcode = 'BS001', message = v_lacks || ' · is required';
        end if;
        if v_said ->> 'assistance.result' in ('completed', 'terminated') then
            v_said := v_said || jsonb_build_object('assistance.result',
                                                   case v_said ->> 'assistance.result' when 'completed' then '办结' else '终止' end);
        end if;
        if kind = 'tolerance' then
            v_said := v_said || jsonb_build_object('tolerance.by', banshi.document_tolerance(v_case, v_said ->> 'tolerance.by'));
        end if;
        v_id := banshi.document_issue(v_me, opid, v_case.id, kind, v_said, v_item);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_write(uuid, text, bigint, bigint, jsonb) is 'Issue a document that decides nothing';
revoke execute on function api.document_write(uuid, text, bigint, bigint, jsonb) from public;
grant execute on function api.document_write(uuid, text, bigint, bigint, jsonb) to banshi_clerk;
