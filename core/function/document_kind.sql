-- SPDX-License-Identifier: MIT
-- What the program's own layout of a kind says of the kind: what it is about (case, item, ticket …), which roles issue it by hand
-- (null: it comes with an act, or is not kept), in which states of a case (null: in any), whether it is served, and the values that
-- it cannot be issued without. All null for a kind that there is not.
create function rule.document_kind(p_kind text, out about text, out roles text[], out states text[], out served boolean,
                                   out needs text[])
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select min(l.text) filter (where l.directive = 'about'),
           string_to_array(nullif(min(l.text) filter (where l.directive = 'by'), 'its act'), '|'),
           string_to_array(min(l.text) filter (where l.directive = 'when'), '|'),
           coalesce(bool_or(l.directive = 'served'), false),
           coalesce(string_to_array(min(l.text) filter (where l.directive = 'needs'), '|'), '{}')
    from rule.layout_default() as d, rule.layout_lines(d.body) as l
    where d.kind = p_kind
$$;
comment on function rule.document_kind is 'What a kind of document is about, who issues it, when, and whether it is served';
