-- SPDX-License-Identifier: MIT
create function rule.document_identity(p_kind text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind when 'resident' then '居民身份证' when 'credit_code' then '统一社会信用代码' when 'passport' then '护照'
           when 'hk_macao' then '港澳居民来往内地通行证' when 'taiwan' then '台湾居民来往大陆通行证'
           when 'foreign_permanent' then '外国人永久居留证' else '其他证件' end
$$;
comment on function rule.document_identity is 'A kind of identity document in Chinese';
