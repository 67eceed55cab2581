-- SPDX-License-Identifier: MIT
-- A layout as editors write it, without a byte-order mark and with line ends of one character.
create function rule.layout_plain(p_body text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select replace(ltrim(p_body, E'\ufeff'), E'\r\n', E'\n')
$$;
comment on function rule.layout_plain is 'A layout without what editors add';
