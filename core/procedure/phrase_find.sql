-- SPDX-License-Identifier: MIT
-- Which forbidden wordings a text holds; blanks and punctuation between characters do not hide them.
create or replace function banshi.phrase_find(p_centre bigint, p_text text) returns setof bigint
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select f.id
    from banshi.forbidden as f
    where f.centre = p_centre
      and strpos(regexp_replace(banshi.text_fold(p_text), '[[:space:][:punct:]，。！？、；：…]', '', 'g'),
                 regexp_replace(banshi.text_fold(f.text), '[[:space:][:punct:]，。！？、；：…]', '', 'g')) > 0
    order by f.id
$$;
comment on function banshi.phrase_find(bigint, text) is 'Ids of the forbidden wordings in a text';
revoke execute on function banshi.phrase_find(bigint, text) from public;
