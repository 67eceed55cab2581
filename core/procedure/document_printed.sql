-- SPDX-License-Identifier: MIT
-- Record that documents were printed, and where to: each is counted and has it in its history.
create or replace function banshi.document_count_print(p_me banshi.staff, p_id bigint, p_destination text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_counter bigint := banshi.my_counter();
    v_case bigint;
    v_item bigint;
    v_number text;
    v_n int;
begin
    update banshi.document as d
    set prints = d.prints + 1
    where d.centre = p_me.centre
      and d.id = p_id
    returning d.case_id, d.item, d.number, d.prints into v_case, v_item, v_number, v_n;
    if not found then
        raise exception using errcode = 'BS003', message = 'document';
    end if;
    perform banshi.record(p_me, v_counter, case when v_case is null then 'item' else 'case' end, coalesce(v_case, v_item),
                          'printed', concat_ws(' ', v_number, p_destination));
    insert into banshi.document_print (centre, document, n, at, staff, counter, destination)
    values (p_me.centre, p_id, v_n, banshi.now(), p_me.id, v_counter, p_destination);
end
$$;
comment on function banshi.document_count_print(banshi.staff, bigint, text) is 'Count a printing of a document';
revoke execute on function banshi.document_count_print(banshi.staff, bigint, text) from public;

create function api.document_printed(opid uuid, id bigint, destination text) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'document_printed');
begin
    if v_id is null then
        v_id := document_printed.id;
        perform banshi.document_count_print(v_me, v_id, banshi.text_plain('destination', destination));
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_printed(uuid, bigint, text) is 'Record that a document was printed';
revoke execute on function api.document_printed(uuid, bigint, text) from public;
grant execute on function api.document_printed(uuid, bigint, text) to banshi_clerk;

-- Many at once; at most as many as document_batch gives.
create function api.document_batch_printed(opid uuid, ids jsonb, destination text) returns table (documents bigint)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_done bigint := banshi.operation_begin(v_me, opid, 'document_batch_printed');
    v_where text := banshi.text_plain('destination', destination);
begin
    if jsonb_typeof(ids) <> 'array' or jsonb_array_length(ids) > 200 then
        raise exception using errcode = 'BS001', message = 'ids';
    end if;
    if v_done is null then
        -- in their order, so that two batches do not wait for each other
        perform banshi.document_count_print(v_me, i, v_where)
        from (select distinct e::bigint as i from jsonb_array_elements_text(ids) as e order by 1) as o;
        v_done := jsonb_array_length(ids);
        perform banshi.operation_end(v_me, opid, v_done);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select v_done;
end
$$;
comment on function api.document_batch_printed(uuid, jsonb, text) is 'Record that documents were printed together; how many';
revoke execute on function api.document_batch_printed(uuid, jsonb, text) from public;
grant execute on function api.document_batch_printed(uuid, jsonb, text) to banshi_clerk;
