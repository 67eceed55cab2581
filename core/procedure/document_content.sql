-- SPDX-License-Identifier: MIT
-- The content of a document: the layout with its placeholders filled in, lines of a directive and its arguments
-- separated by tabs. Values have been checked when stored; tabs and line ends in them become blanks all the same.
create or replace function banshi.document_content(p_centre bigint, p_case bigint, p_layout banshi.layout, p_number text,
                                                   p_values jsonb) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_content text := concat(E'title\t', p_layout.title, E'\nnumber\t', p_number);
    v_line text;
    v_filled text;
    v_name text;
begin
    foreach v_line in array string_to_array(btrim(p_layout.body, E'\n'), E'\n') loop
        if v_line like 'materials|%' then
            v_content := v_content || E'\n' || banshi.document_materials(p_centre, p_case, split_part(v_line, '|', 2));
            continue;
        end if;
        v_filled := '';
        loop -- a value is never looked at for placeholders
            v_name := substring(v_line from '\{([a-z_.]+)\}');
            exit when v_name is null;
            if not p_values ? v_name then
                raise exception using errcode = 'BS001', message = p_layout.kind || ' · {' || v_name || '}';
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
        v_content := v_content || E'\n' || v_filled;
    end loop;
    return v_content || E'\n';
end
$$;
comment on function banshi.document_content(bigint, bigint, banshi.layout, text, jsonb) is 'A layout filled in';
revoke execute on function banshi.document_content(bigint, bigint, banshi.layout, text, jsonb) from public;
