-- SPDX-License-Identifier: MIT
-- The content of a document: the layout filled in, lines of a directive and its arguments separated by tabs. Lines whose guard does
-- not hold are left out, and so is a "field?" without a text.
create function rule.document_content(p_centre bigint, p_case bigint, p_item bigint, p_layout banshi.layout,
                                                 p_values jsonb) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_values jsonb := p_values;
    v_content text := '';
    v_line rule.layout_line;
    v_list text;
    v_row jsonb;
begin
    -- looked up for the layouts that have them
    if strpos(p_layout.body, 'hours.') > 0 then
        v_values := v_values || rule.document_hours(p_centre);
    end if;
    foreach v_list in array array['received', 'wanted', 'materials'] loop
        if strpos(p_layout.body, ' ' || v_list) > 0 then
            v_values := v_values || jsonb_build_object(v_list, rule.document_list(p_centre, p_case, p_item, v_list));
        end if;
    end loop;
    for v_line in select * from rule.layout_lines(p_layout.body) as l where not l.head order by l.n loop
        if v_line.guard <> '' and not rule.layout_holds(v_line.guard, v_values) then
            continue;
        elsif v_line.list = '' then
            v_content := v_content || rule.layout_row(v_line, v_values);
        else
            for v_row in select jsonb_array_elements(v_values -> v_line.list) loop
                v_content := v_content || rule.layout_row(v_line, v_values || v_row);
            end loop;
        end if;
    end loop;
    return v_content;
exception
    when sqlstate 'BS021' then
        raise exception using errcode = 'BS021', message = p_layout.kind || ' · ' || sqlerrm;
end
$$;
comment on function rule.document_content is 'A layout filled in';
