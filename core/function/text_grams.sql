-- SPDX-License-Identifier: MIT
create function rule.text_grams(p_text text) returns text[]
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
as $$
    select array(select distinct substr(p_text, i, n)
                 from generate_series(1, length(p_text)) as i, generate_series(1, 2) as n
                 where i + n - 1 <= length(p_text))
$$;
comment on function rule.text_grams is 'The single characters and pairs of a text: what finds two-character names';
