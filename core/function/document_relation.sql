-- SPDX-License-Identifier: MIT
create function rule.document_relation(p_relation text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_relation when 'self' then '本人' when 'agent' then '代理人' when 'family' then '同住成年家属'
                           when 'head' then '法定代表人（负责人）' when 'mailroom' then '单位收发人员' else p_relation end
$$;
comment on function rule.document_relation is 'A relation to the addressee in Chinese; other words stay';
