-- SPDX-License-Identifier: MIT
-- Lists of a document, as arrays of objects: the materials of a case that were received, or are missing or wrong, and those that an
-- item asks for. A count that a layout leaves out with its words when it is none is empty then.
create function rule.document_list(p_centre bigint, p_case bigint, p_item bigint, p_list text) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce(case p_list
    when 'received' then
        (select jsonb_agg(jsonb_build_object('material.n', m.n, 'material.name', m.name, 'material.originals', m.originals,
                                             'material.copies', m.copies) order by m.n)
         from (select row_number() over (order by x.seq) as n, x.*
               from banshi.case_material as x
               where x.centre = p_centre and x.case_id = p_case and x.state = 'received') as m)
    when 'wanted' then
        (select jsonb_agg(jsonb_build_object('material.n', m.n, 'material.name', m.name,
                                             'material.missing', m.state = 'missing', 'material.wrong', m.state = 'wrong',
                                             'material.form', rule.word_said('material_form', m.form), 'material.note', m.note,
                                             'material.standard', m.standard) order by m.n)
         from (select row_number() over (order by x.seq) as n, x.*
               from banshi.case_material as x
               where x.centre = p_centre and x.case_id = p_case and x.state in ('missing', 'wrong')) as m)
    when 'materials' then
        (select jsonb_agg(jsonb_build_object('material.n', m.seq, 'material.name', m.name,
                                             'material.electronic', m.form = 'electronic', 'material.optional', not m.required,
                                             'material.originals', coalesce(nullif(m.originals, 0)::text, ''),
                                             'material.copies', coalesce(nullif(m.copies, 0)::text, ''),
                                             'material.standard', m.standard, 'material.source', m.source) order by m.seq)
         from banshi.material as m
         where m.centre = p_centre and m.item = p_item)
    end, '[]');
end
$$;
comment on function rule.document_list is 'The materials of a case or an item, for documents';
