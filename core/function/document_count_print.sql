-- SPDX-License-Identifier: MIT
-- Record that documents were printed, and where to: each is counted and has it in its history.
create function rule.document_count_print(p_me rule.actor, p_id bigint, p_destination text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_counter bigint := rule.my_counter();
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
    perform rule.record(p_me, v_counter, case when v_case is null then 'item' else 'case' end, coalesce(v_case, v_item),
                        'printed', v_number, p_destination);
    insert into banshi.document_print (centre, document, n, at, staff, counter, destination)
    values (p_me.centre, p_id, v_n, rule.now(), p_me.id, v_counter, p_destination);
end
$$;
comment on function rule.document_count_print is 'Count a printing of a document';
