-- SPDX-License-Identifier: MIT
-- Record that a document was served, and issue the proof (送达回证; norm 8.1): recipient, relation, at (a minute of the centre's
-- time), place, mode, witness, server, note. The day signed is the day of service. Once a document, unless the proof is void.
create function api.document_serve(opid uuid, id bigint, "values" jsonb) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_serve');
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
        elsif not (rule.document_kind(v.kind)).served then
            raise exception using errcode = 'BS001', message = 'kind · ' || v.kind;
        end if;
        perform from banshi.service as s where s.centre = v.centre and s.document = v.id and not s.voided;
        if found then
            raise exception using errcode = 'BS004', message = v.number || ' · served';
        end if;
        v_said := rule.document_said(v_me.centre, "values");
        w := jsonb_populate_record(null::banshi.service, v_said - 'at');
        w.server := coalesce(nullif(w.server, ''), v_me.name);
        w.relation := coalesce(rule.word_said('service_relation', w.relation), w.relation); -- other words stay
        w.mode := coalesce(nullif(w.mode, ''), 'direct');
        w.at := rule.document_served_at(v_zone, coalesce(v_said ->> 'at', ''), v.issued_at);
        if not rule.is_word('service_mode', w.mode) then
            raise exception using errcode = 'BS001', message = 'mode · ' || w.mode;
        end if;
        perform rule.document_serve_check(w);
        v_id := rule.document_issue(v_me, opid, v.case_id, 'service', jsonb_build_object(
            'service.document', v.title || '　' || v.number,
            'service.recipient', coalesce(w.recipient, ''),
            'service.relation', coalesce(w.relation, ''),
            'service.at', rule.document_minute(v_zone, w.at),
            'service.place', coalesce(w.place, ''),
            'service.mode', rule.word_said('service_mode', w.mode),
            'service.server', w.server,
            'service.witness', coalesce(w.witness, ''),
            'service.note', coalesce(w.note, '')));
        insert into banshi.service (centre, proof, document, recipient, relation, at, place, mode, witness, server, note)
        values (v.centre, v_id, v.id, coalesce(w.recipient, ''), coalesce(w.relation, ''), w.at, coalesce(w.place, ''), w.mode,
                coalesce(w.witness, ''), w.server, coalesce(w.note, ''));
        perform rule.record(v_me, rule.my_counter(), 'case', v.case_id, 'served', v.number, w.recipient);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'document', v.id, p_state => 'served');
        perform rule.changed(v_me.centre, 'document', v_id, p_state => 'issued');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_serve is 'Record the service of a document; its proof';
grant execute on function api.document_serve to banshi_clerk;
