-- SPDX-License-Identifier: MIT
create function api.document_printed(opid uuid, id bigint, destination text) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_printed');
begin
    if v_id is null then
        v_id := document_printed.id;
        perform rule.document_count_print(v_me, v_id, rule.text_plain('destination', destination));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'document', v_id);
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_printed is 'Record that a document was printed';
grant execute on function api.document_printed to banshi_clerk;
-- Many at once; at most as many as document_batch gives.
create function api.document_batch_printed(opid uuid, ids jsonb, destination text) returns table (documents bigint)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_done bigint := rule.operation_begin(v_me, opid, 'document_batch_printed');
    v_where text := rule.text_plain('destination', destination);
begin
    if jsonb_typeof(ids) <> 'array' or jsonb_array_length(ids) > 200 then
        raise exception using errcode = 'BS001', message = 'ids';
    end if;
    if v_done is null then
        -- in their order, so that two batches do not wait for each other
        perform rule.document_count_print(v_me, i, v_where)
        from (select distinct e::bigint as i from jsonb_array_elements_text(ids) as e order by 1) as o;
        v_done := jsonb_array_length(ids);
        perform rule.operation_end(v_me, opid, v_done);
        perform rule.changed(v_me.centre, 'document');
    end if;
    return query select v_done;
end
$$;
comment on function api.document_batch_printed is 'Record that documents were printed together; how many';
grant execute on function api.document_batch_printed to banshi_clerk;
