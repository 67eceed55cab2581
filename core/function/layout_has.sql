-- SPDX-License-Identifier: MIT
-- Does a line of a layout have what is required: its directive, a value, words? Its head has nothing, nor does a part that stands
-- only if something else holds.
create function rule.layout_has(p_line rule.layout_line, p_thing text) returns boolean
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select not p_line.head
           and (p_line.directive || coalesce(' for ' || nullif(p_line.list, ''), '') = p_thing
                or p_thing like '{% or …}' and strpos(t, replace(p_thing, '…}', '')) > 0
                or p_thing like '{%}' and (strpos(t, p_thing) > 0 or strpos(t, replace(p_thing, '}', ' or ')) > 0)
                or p_thing ~ '[^ -~]' and strpos(t, p_thing) > 0)
    from regexp_replace(coalesce(p_line.text, ''), '\[(if|unless) [^]]*\]', '', 'g') as t
$$;
comment on function rule.layout_has is 'Does a line of a layout have what is required?';
