-- SPDX-License-Identifier: MIT
-- Issue a document on a case, or on an item, as it is now: the number is taken in the same transaction, so that the series
-- has no gaps. p_extra is what only this document says: values of placeholders.
create function rule.document_issue(p_me rule.actor, p_opid uuid, p_case bigint, p_kind text, p_extra jsonb default '{}',
                                    p_item bigint default null, p_voids bigint default null) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre banshi.centre;
    v_layout banshi.layout := rule.layout_newest(p_me.centre, p_kind);
    v_year int := extract(year from rule.today(p_me.centre));
    v_n int;
    v_number text;
    v_content text;
    v_title text;
    v_id bigint;
begin
    if v_layout.word = '' then
        raise exception using errcode = 'BS001', message = 'layout · ' || p_kind || ' · word';
    end if;
    select * into strict v_centre from banshi.centre as c where c.id = p_me.centre;
    insert into banshi.document_number as s (centre, organ, kind, year, last)
    values (p_me.centre, v_centre.organ_short, p_kind, v_year, 1)
    on conflict on constraint document_number_pkey do update set last = s.last + 1
    returning s.last into v_n;
    v_number := replace(replace(replace(replace(v_centre.number_pattern, '{organ}', v_centre.organ_short),
                                        '{word}', v_layout.word), '{year}', v_year::text), '{n}', v_n::text);
    v_content := rule.document_content(p_me.centre, p_case, p_item, v_layout,
                                       rule.document_values(p_me, p_case, p_item, null, p_extra)
                                       || jsonb_build_object('number', v_number));
    v_title := substring(v_content from '(?n)^title\t(.*)$');
    insert into banshi.document (centre, case_id, item, voids, kind, title, organ, year, n, number, layout_version, content, hash,
                                 said, enquirer, staff, op, copies, issued_at)
    values (p_me.centre, p_case, p_item, p_voids, p_kind, v_title, v_centre.organ_short, v_year, v_n, v_number,
            v_layout.version, v_content, encode(sha256(convert_to(v_content, 'UTF8')), 'hex'), p_extra,
            case when p_case is null then coalesce(p_extra ->> 'applicant.name', '') else '' end, p_me.id, p_opid,
            greatest((select count(*) from regexp_matches(v_content, '(?n)^copy\t', 'g')), 1), rule.now())
    returning id into v_id;
    perform rule.record(p_me, rule.my_counter(), case when p_case is null then 'item' else 'case' end,
                        coalesce(p_case, p_item), 'document', v_title || ' ' || v_number);
    return v_id;
end
$$;
comment on function rule.document_issue is 'Issue a document; its id';
