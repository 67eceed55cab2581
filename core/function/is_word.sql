-- SPDX-License-Identifier: MIT
create function rule.is_word(p_vocabulary text, p_code text) returns boolean
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(p_code = any (rule.words(p_vocabulary)), false)
$$;
comment on function rule.is_word is 'Is it a code of the vocabulary?';
grant execute on function rule.is_word to banshi_login, banshi_client;
