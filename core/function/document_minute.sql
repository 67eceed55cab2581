-- SPDX-License-Identifier: MIT
-- A minute as documents write it, in a time zone.
create function rule.document_minute(p_zone text, p_at timestamptz) returns text
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select to_char(p_at at time zone p_zone, 'FMYYYY"年"FMMM"月"FMDD"日"HH24"时"MI"分"')
$$;
comment on function rule.document_minute is 'A minute in Chinese';
