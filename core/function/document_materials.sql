-- SPDX-License-Identifier: MIT
-- The table of materials in a document: those received, those wanted (or promised) with what they must
-- look like, or all of an item.
create function rule.document_materials(p_centre bigint, p_case bigint, p_item bigint, p_which text) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return case
    when p_which = 'received' then
        E'head\t序号\t材料名称\t原件\t复印件\n'
        || coalesce((select string_agg(concat_ws(E'\t', 'row', m.n, m.name, m.originals, m.copies), E'\n' order by m.n)
                     from (select row_number() over (order by x.seq) as n, x.*
                           from banshi.case_material as x
                           where x.centre = p_centre and x.case_id = p_case and x.state = 'received') as m),
                    E'row\t\t（无）\t\t')
    when p_which in ('wanted', 'promised') then
        E'head\t序号\t材料名称\t' || case p_which when 'wanted' then '需要补正的内容' else '承诺补齐的内容' end || E'\n'
        || coalesce((select string_agg(concat_ws(E'\t', 'row', m.n, m.name,
                                                 concat_ws('；', case when m.state = 'missing' then '未提交' else '不符合要求' end,
                                                           '应当提交' || rule.word_said('material_form', m.form),
                                                           nullif(m.note, ''), nullif(m.standard, ''))), E'\n' order by m.n)
                     from (select row_number() over (order by x.seq) as n, x.*
                           from banshi.case_material as x
                           where x.centre = p_centre and x.case_id = p_case and x.state in ('missing', 'wrong')) as m),
                    E'row\t\t（无）\t')
    when p_which = 'item' then
        E'head\t序号\t材料名称\t形式、份数和要求\n'
        || coalesce((select string_agg(concat_ws(E'\t', 'row', m.seq, m.name,
                                                 concat_ws('；', nullif(concat_ws('、',
                                                               case when m.form = 'electronic'
                                                                    then rule.word_said('material_form', m.form)
                                                               end,
                                                               case when m.originals > 0 then '原件' || m.originals || '份' end,
                                                               case when m.copies > 0 then '复印件' || m.copies || '份' end), ''),
                                                           case when not m.required then '可以不提交' end,
                                                           nullif(m.standard, ''),
                                                           case when m.source <> '' then '出具单位：' || m.source end)),
                                       E'\n' order by m.seq)
                     from banshi.material as m
                     where m.centre = p_centre and m.item = p_item),
                    E'row\t\t（无）\t')
    end;
end
$$;
comment on function rule.document_materials is 'Rows of the materials received, wanted, promised, or of an item';
