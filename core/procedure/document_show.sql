-- SPDX-License-Identifier: MIT
-- A document with its content, by id or number. The reading is recorded: the content is personal data.
create function api.document_show(opid uuid, id bigint, number text) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_show');
    v banshi.document;
begin
    select * into v
    from banshi.document as d
    where d.centre = v_me.centre
      and (d.id = coalesce(v_id, document_show.id) or (document_show.id is null and d.number = document_show.number));
    if not found then
        raise exception using errcode = 'BS003', message = coalesce(document_show.number, document_show.id::text, 'document');
    end if;
    if v_id is null then
        perform rule.record(v_me, rule.my_counter(), 'document', v.id, 'read', v.number);
        perform rule.operation_end(v_me, opid, v.id);
    end if;
    return query
    select r.*
    from api.document as a, jsonb_populate_record(a, jsonb_build_object('content', v.content)) as r
    where a.id = v.id;
end
$$;
comment on function api.document_show is 'A document with its content; the reading is recorded';
grant execute on function api.document_show to banshi_clerk;
