-- SPDX-License-Identifier: MIT
-- Days, units and kinds of identity documents as documents write them.
create or replace function banshi.document_day(p_day date) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(to_char(p_day, 'FMYYYY"年"FMMM"月"FMDD"日"'), '')
$$;
comment on function banshi.document_day(date) is 'A day in Chinese; empty for none';

create or replace function banshi.document_unit(p_unit text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_unit when 'working_day' then '个工作日' when 'day' then '天' when 'month' then '个月' when 'year' then '年' end
$$;
comment on function banshi.document_unit(text) is 'The unit of a limit in Chinese';

create or replace function banshi.document_identity(p_kind text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind when 'resident' then '居民身份证' when 'credit_code' then '统一社会信用代码' when 'passport' then '护照'
           when 'hk_macao' then '港澳居民来往内地通行证' when 'taiwan' then '台湾居民来往大陆通行证'
           when 'foreign_permanent' then '外国人永久居留证' else '其他证件' end
$$;
comment on function banshi.document_identity(text) is 'A kind of identity document in Chinese';
revoke execute on function banshi.document_day(date), banshi.document_unit(text), banshi.document_identity(text) from public;
