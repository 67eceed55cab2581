-- SPDX-License-Identifier: MIT
-- Record that a document was printed, and where to.
create function api.document_printed(opid uuid, id bigint, destination text) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'document_printed');
    v_case bigint;
    v_item bigint;
    v_number text;
    v_n int;
    v_where text := banshi.text_plain('destination', destination);
begin
    if v_id is null then
        update banshi.document as d
        set prints = d.prints + 1
        where d.centre = v_me.centre
          and d.id = document_printed.id
        returning d.id, d.case_id, d.item, d.number, d.prints into v_id, v_case, v_item, v_number, v_n;
        if not found then
            raise exception using errcode = 'BS003', message = 'document';
        end if;
        perform banshi.record(v_me, banshi.my_counter(), case when v_case is null then 'item' else 'case' end,
                              coalesce(v_case, v_item), 'printed',
                              concat_ws(' ', v_number, v_where));
        insert into banshi.document_print (centre, document, n, at, staff, counter, destination)
        values (v_me.centre, v_id, v_n, banshi.now(), v_me.id, banshi.my_counter(), v_where);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_printed(uuid, bigint, text) is 'Record that a document was printed';
revoke execute on function api.document_printed(uuid, bigint, text) from public;
grant execute on function api.document_printed(uuid, bigint, text) to banshi_clerk;
