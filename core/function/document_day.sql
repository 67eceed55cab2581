-- SPDX-License-Identifier: MIT
-- Days, units and kinds of identity documents as documents write them.
create function rule.document_day(p_day date) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(to_char(p_day, 'FMYYYY"年"FMMM"月"FMDD"日"'), '')
$$;
comment on function rule.document_day is 'A day in Chinese; empty for none';
