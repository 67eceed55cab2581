-- SPDX-License-Identifier: MIT
-- The content of a document: the layout with its placeholders filled in, lines of a directive and its arguments
-- separated by tabs. Values have been checked when stored; tabs and line ends in them become blanks all the same.
create function rule.document_content(p_centre bigint, p_case bigint, p_item bigint, p_layout banshi.layout,
                                                 p_values jsonb) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_content text := '';
    v_line text;
    v_filled text;
    v_name text;
    v_row jsonb;
begin
    foreach v_line in array string_to_array(btrim(p_layout.body, E'\n'), E'\n') loop
        continue when v_line = '' or v_line like '#%' or v_line like 'word|%';
        if v_line like 'materials|%' then
            v_content := v_content || rule.document_materials(p_centre, p_case, p_item, split_part(v_line, '|', 2)) || E'\n';
            continue;
        elsif v_line = 'rows' then
            for v_row in select jsonb_array_elements(p_values -> 'rows') loop
                v_content := v_content || E'row\t'
                             || (select string_agg(translate(c, E'\t\n\r', '   '), E'\t' order by n)
                                 from jsonb_array_elements_text(v_row) with ordinality as c (c, n)) || E'\n';
            end loop;
            continue;
        end if;
        v_filled := '';
        loop -- a value is never looked at for placeholders
            v_name := substring(v_line from '\{([a-z_.]+)\}');
            exit when v_name is null;
            if not p_values ? v_name then
                raise exception using errcode = 'BS021', message = p_layout.kind || ' · {' || v_name || '}';
            end if;
            v_filled := v_filled || replace(split_part(v_line, '{', 1), '|', E'\t')
                        || translate(p_values ->> v_name, E'\t\n\r', '   ');
            v_line := substr(v_line, strpos(v_line, '}') + 1);
        end loop;
        v_filled := v_filled || replace(v_line, '|', E'\t');
        if v_filled like E'field?\t%' then
            continue when split_part(v_filled, E'\t', 3) = '';
            v_filled := 'field' || substr(v_filled, 7);
        end if;
        v_content := v_content || v_filled || E'\n';
    end loop;
    return v_content;
end
$$;
comment on function rule.document_content is 'A layout filled in';
