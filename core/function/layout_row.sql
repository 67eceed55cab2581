-- SPDX-License-Identifier: MIT
-- A line of a layout as a line of content; empty for a "field?" without a text.
create function rule.layout_row(p_line rule.layout_line, p_values jsonb) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row text := rtrim(p_line.directive, '?');
    v_text text;
begin
    foreach v_text in array coalesce(string_to_array(p_line.text, '|'), '{}') loop
        if v_text ~ '[[{]' then
            v_text := rule.layout_fill(v_text, p_values);
        end if;
        v_row := v_row || E'\t' || v_text;
    end loop;
    return case when p_line.directive = 'field?' and v_text = '' then '' else v_row || E'\n' end;
end
$$;
comment on function rule.layout_row is 'A line of a layout filled in';
