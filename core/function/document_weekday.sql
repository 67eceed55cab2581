-- SPDX-License-Identifier: MIT
create function rule.document_weekday(p_day date) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select '周' || substr('一二三四五六日', extract(isodow from p_day)::int, 1)
$$;
comment on function rule.document_weekday is 'The weekday of a day in Chinese';
