-- SPDX-License-Identifier: MIT
-- Record that a document was served, and issue the proof (送达回证; norm 8.1): recipient, relation, at (a minute of the centre's
-- time), place, mode, witness, server, note. The day signed is the day of service. Once a document, unless the proof is void.
-- after: document_write
create or replace function banshi.document_served_by(p_mode text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_mode when 'direct' then '直接送达' when 'left' then '留置送达' when 'entrusted' then '委托送达'
                       when 'post' then '邮寄送达' when 'electronic' then '电子送达' when 'announcement' then '公告送达' end
$$;
comment on function banshi.document_served_by(text) is 'A mode of service in Chinese';

create or replace function banshi.document_relation(p_relation text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_relation when 'self' then '本人' when 'agent' then '代理人' when 'family' then '同住成年家属'
                           when 'head' then '法定代表人（负责人）' when 'mailroom' then '单位收发人员' else p_relation end
$$;
comment on function banshi.document_relation(text) is 'A relation to the addressee in Chinese; other words stay';

create or replace function banshi.document_served_at(p_zone text, p_at text, p_issued timestamptz) returns timestamptz
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_at timestamptz := date_trunc('minute', banshi.now());
begin
    if p_at <> '' then
        if p_at !~ '^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$' then
            raise exception using errcode = 'BS001', message = 'at · not a date';
        end if;
        begin
            v_at := p_at::timestamp at time zone p_zone;
        exception
            when invalid_datetime_format or datetime_field_overflow then
                raise exception using errcode = 'BS001', message = 'at · not a date';
        end;
    end if;
    if v_at > banshi.now() or v_at < date_trunc('minute', p_issued) then
        raise exception using errcode = 'BS001',
            message = 'at · ' || to_char(p_issued at time zone p_zone, 'YYYY-MM-DD HH24:MI') || ' – '
                      || to_char(banshi.now() at time zone p_zone, 'YYYY-MM-DD HH24:MI');
    end if;
    return v_at;
end
$$;
comment on function banshi.document_served_at(text, text, timestamptz) is
    'The minute of service: now, or as told; not before the document was there';
revoke execute on function banshi.document_relation(text), banshi.document_served_by(text), 
    banshi.document_served_at(text, text, timestamptz) from public;

create function api.document_serve(opid uuid, id bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'document_serve');
    v_zone text := (select z.time_zone from banshi.centre as z where z.id = v_me.centre);
    v banshi.document;
    v_said jsonb;
    w banshi.service;
begin
    if v_id is null then
        select * into v from banshi.document as d where d.centre = v_me.centre and d.id = document_serve.id for update;
        if not found then
            raise exception using errcode = 'BS003', message = 'document';
        elsif v.state <> 'issued' then
            raise exception using errcode = 'BS004', message = v.number || ' · ' || v.state;
        elsif v.case_id is null or v.kind = 'service' then
            raise exception using errcode = 'BS001', message = 'kind · ' || v.kind;
        end if;
        perform from banshi.service as s where s.centre = v.centre and s.document = v.id and not s.voided;
        if found then
            raise exception using errcode = 'BS004', message = v.number || ' · served';
        end if;
        v_said := banshi.document_said(v_me.centre, "values");
        w := jsonb_populate_record(null::banshi.service, v_said - 'at');
        w.server := coalesce(nullif(w.server, ''), v_me.name);
        w.relation := banshi.document_relation(w.relation);
        w.mode := coalesce(nullif(w.mode, ''), 'direct');
        w.at := banshi.document_served_at(v_zone, coalesce(v_said ->> 'at', ''), v.issued_at);
        if banshi.document_served_by(w.mode) is null then
            raise exception using errcode = 'BS001', message = 'mode · ' || w.mode;
        end if;
        perform banshi.document_serve_check(w);
        v_id := banshi.document_issue(v_me, opid, v.case_id, 'service', jsonb_build_object(
            'service.document', v.title || '　' || v.number,
            'service.recipient', coalesce(w.recipient, ''),
            'service.relation', coalesce(w.relation, ''),
            'service.at', to_char(w.at at time zone v_zone, 'FMYYYY"年"FMMM"月"FMDD"日"HH24"时"MI"分"'),
            'service.place', coalesce(w.place, ''),
            'service.mode', banshi.document_served_by(w.mode),
            'service.server', w.server,
            'service.witness', coalesce(w.witness, ''),
            'service.note', coalesce(w.note, '')));
        insert into banshi.service (centre, proof, document, recipient, relation, at, place, mode, witness, server, note)
        values (v.centre, v_id, v.id, coalesce(w.recipient, ''), coalesce(w.relation, ''), w.at, coalesce(w.place, ''), w.mode,
                coalesce(w.witness, ''), w.server, coalesce(w.note, ''));
        perform banshi.record(v_me, banshi.my_counter(), 'case', v.case_id, 'served', concat_ws(' ', v.number, w.recipient));
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_serve(uuid, bigint, jsonb) is 'Record the service of a document; its proof';

-- What a mode cannot do without: somebody, somewhere; a witness when the recipient would not sign.
create or replace function banshi.document_serve_check(p banshi.service) returns void
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_lacks text := case when p.mode <> 'announcement' and coalesce(p.recipient, '') = '' then 'recipient'
                         when p.mode <> 'announcement' and coalesce(p.relation, '') = '' then 'relation'
                         when coalesce(p.place, '') = '' then 'place'
                         when p.mode = 'left' and coalesce(p.witness, '') = '' then 'witness' end;
begin
    if v_lacks is not null then
        raise exception using errcode = 'BS001', message = v_lacks || ' · is required';
    end if;
end
$$;
comment on function banshi.document_serve_check(banshi.service) is 'Refuse a service that lacks something';
revoke execute on function banshi.document_serve_check(banshi.service), api.document_serve(uuid, bigint, jsonb) from public;
grant execute on function api.document_serve(uuid, bigint, jsonb) to banshi_clerk;
