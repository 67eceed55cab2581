-- SPDX-License-Identifier: MIT
-- A text of a layout with its values: {name}, or {name or words for when there is none}; [a part] that stands when each value in it
-- has a text; [if name:a part] and [unless name:a part]. What is filled in is never looked at again. A text that begins with a part
-- begins without the ； or 、 before the first one that stands. p_whole: null when a value has no text.
create function rule.layout_fill(p_text text, p_values jsonb, p_whole boolean default false) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_filled text := '';
    v_rest text := p_text;
    v_open text;
    v_at int;
    v_part text;
    v_value text;
begin
    loop
        v_open := substring(v_rest from '[[{]');
        exit when v_open is null;
        v_at := strpos(v_rest, v_open);
        v_filled := v_filled || left(v_rest, v_at - 1);
        v_rest := substr(v_rest, v_at + 1);
        v_part := split_part(v_rest, case v_open when '{' then '}' else ']' end, 1);
        v_rest := substr(v_rest, length(v_part) + 2);
        if v_open = '{' then
            v_value := p_values ->> split_part(v_part, ' ', 1);
            if v_value is null then
                raise exception using errcode = 'BS021', message = '{' || v_part || '}';
            elsif v_value = '' then
                v_value := substring(v_part from ' or (.*)$');
                if v_value is null and p_whole then
                    return null;
                end if;
            end if;
            v_filled := v_filled || translate(coalesce(v_value, ''), E'\t\n\r', '   ');
        elsif v_part ~ '^(if|unless) ' then
            if rule.layout_holds(split_part(v_part, ':', 1), p_values) then
                v_filled := v_filled || rule.layout_fill(substr(v_part, strpos(v_part, ':') + 1), p_values);
            end if;
        else
            v_filled := v_filled || coalesce(rule.layout_fill(v_part, p_values, true), '');
        end if;
    end loop;
    v_filled := v_filled || v_rest;
    return case when p_text like '[%' then ltrim(v_filled, '；、') else v_filled end;
end
$$;
comment on function rule.layout_fill is 'A text of a layout with its values';
