-- SPDX-License-Identifier: MIT
-- The table of materials in a document: those received, or those wanted with what they must look like.
create or replace function banshi.document_materials(p_centre bigint, p_case bigint, p_which text) returns text
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select case when p_which = 'received' then E'head\t序号\t材料名称\t原件\t复印件\n'
                else E'head\t序号\t材料名称\t需要补正的内容\n' end
           || coalesce(string_agg(
                case when p_which = 'received' then concat_ws(E'\t', 'row', m.n, m.name, m.originals, m.copies)
                     else concat_ws(E'\t', 'row', m.n, m.name,
                                    concat_ws('；', case when m.state = 'missing' then '未提交' else '不符合要求' end,
                                              nullif(m.note, ''), nullif(m.standard, ''))) end, E'\n' order by m.n),
                case when p_which = 'received' then E'row\t\t（无）\t\t' else E'row\t\t（无）\t' end)
    from (select row_number() over (order by x.seq) as n, x.*
          from banshi.case_material as x
          where x.centre = p_centre
            and x.case_id = p_case
            and (x.state = 'received') = (p_which = 'received')
            and x.state <> 'not_needed') as m
$$;
comment on function banshi.document_materials(bigint, bigint, text) is 'Rows of the materials received or wanted';
revoke execute on function banshi.document_materials(bigint, bigint, text) from public;
