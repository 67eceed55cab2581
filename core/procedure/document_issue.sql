-- SPDX-License-Identifier: MIT
-- Issue a document on a case as it is now: the number is taken in the same transaction, so that the series has no gaps.
create or replace function banshi.document_issue(p_me banshi.staff, p_opid uuid, p_case bigint, p_kind text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre banshi.centre;
    v_layout banshi.layout;
    v_year int := extract(year from banshi.today(p_me.centre));
    v_n int;
    v_number text;
    v_content text;
    v_id bigint;
begin
    select * into strict v_centre from banshi.centre as c where c.id = p_me.centre;
    select * into v_layout
    from banshi.layout as l
    where l.centre = p_me.centre
      and l.kind = p_kind
    order by l.version desc
    limit 1;
    if not found then
        raise exception using errcode = 'BS003', message = 'layout · ' || p_kind;
    end if;
    insert into banshi.document_number as s (centre, organ, kind, year, last)
    values (p_me.centre, v_centre.organ_short, p_kind, v_year, 1)
    on conflict on constraint document_number_pkey do update set last = s.last + 1
    returning s.last into v_n;
    v_number := replace(replace(replace(replace(v_centre.number_pattern, '{organ}', v_centre.organ_short),
                                        '{word}', v_layout.word), '{year}', v_year::text), '{n}', v_n::text);
    v_content := banshi.document_content(p_me.centre, p_case, v_layout, v_number, banshi.document_values(p_me, p_case));
    insert into banshi.document (centre, case_id, kind, title, organ, year, n, number, layout_version, content, hash, staff, op,
                                 copies, issued_at)
    values (p_me.centre, p_case, p_kind, v_layout.title, v_centre.organ_short, v_year, v_n, v_number, v_layout.version,
            v_content, encode(sha256(convert_to(v_content, 'UTF8')), 'hex'), p_me.id, p_opid, v_layout.copies, banshi.now())
    returning id into v_id;
    perform banshi.record(p_me, banshi.my_counter(), 'case', p_case, 'document', v_layout.title || ' ' || v_number);
    return v_id;
end
$$;
comment on function banshi.document_issue(banshi.staff, uuid, bigint, text) is 'Issue a document; its id';
revoke execute on function banshi.document_issue(banshi.staff, uuid, bigint, text) from public;
