-- SPDX-License-Identifier: MIT
create function rule.document_unit(p_unit text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_unit when 'working_day' then '个工作日' when 'day' then '天' when 'month' then '个月' when 'year' then '年' end
$$;
comment on function rule.document_unit is 'The unit of a limit in Chinese';
