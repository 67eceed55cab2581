-- SPDX-License-Identifier: MIT
-- Which forbidden wordings a text holds; blanks and punctuation between characters do not hide them.
create function rule.phrase_find(p_centre bigint, p_text text) returns setof bigint
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select f.id
    from banshi.forbidden as f
    where f.centre = p_centre
      and strpos(regexp_replace(rule.text_fold(p_text), '[[:space:][:punct:]，。！？、；：…]', '', 'g'),
                 regexp_replace(rule.text_fold(f.text), '[[:space:][:punct:]，。！？、；：…]', '', 'g')) > 0
    order by f.id
$$;
comment on function rule.phrase_find is 'Ids of the forbidden wordings in a text';
