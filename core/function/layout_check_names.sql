-- SPDX-License-Identifier: MIT
-- Check what a line of a layout names: its guard, and in its text values and parts. A name that is not known comes with those that
-- begin like it.
create function rule.layout_check_names(p_kind text, p_line bigint, p_guard text, p_list text, p_text text,
                                        p_known jsonb) returns void
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_row text[] := coalesce(rule.document_row(p_list), '{}');
    v_rest text := regexp_replace(regexp_replace(p_text, '\{[a-z_.]+( or [^][{}]+)?\}', '', 'g'),
                                  '\[((if|unless) [a-z_.]+:)?[^][{}]*\]', '', 'g');
    v_name text;
    v_value boolean;
begin
    if v_rest ~ '[][{}]' then
        perform rule.layout_refuse(p_kind, p_line, substring(v_rest from '[][{}].*'), 'write it as',
                                   case when v_rest ~ '^[^][{}]*[{}]' then '{name} · {name or text}'
                                        else '[text] · [if name:text]' end);
    end if;
    for v_name, v_value in
        select split_part(g, ' ', 2), false
        from (select p_guard as g union all
              select m[1] from regexp_matches(p_text, '\[((?:if|unless) [a-z_.]+):', 'g') as m) as t
        where g <> ''
        union all
        select m[1], true from regexp_matches(p_text, '\{([a-z_.]+)', 'g') as m
    loop
        continue when v_name = any (v_row)
                      or p_known ? v_name and (not v_value or jsonb_typeof(p_known -> v_name) = 'string');
        select coalesce(string_agg(k, ' ' order by k), '')
        into v_rest
        from (select e.key from jsonb_each(p_known) as e where not v_value or jsonb_typeof(e.value) = 'string'
              union all
              select unnest(v_row)) as known (k)
        where split_part(k, '.', 1) = split_part(v_name, '.', 1);
        if v_value then
            perform rule.layout_refuse(p_kind, p_line, '{' || v_name || '}', 'no such value', v_rest);
        end if;
        perform rule.layout_refuse(p_kind, p_line, v_name, 'no such condition', v_rest);
    end loop;
end
$$;
comment on function rule.layout_check_names is 'Refuse a line of a layout that names what is not there';
