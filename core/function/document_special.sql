-- SPDX-License-Identifier: MIT
-- A special procedure as documents name it.
create function rule.document_special(p_kind text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind when 'hearing' then '听证' when 'tender' then '招标' when 'auction' then '拍卖' when 'inspection' then '检验'
                       when 'test' then '检测' when 'quarantine' then '检疫' when 'appraisal' then '鉴定'
                       when 'expert_review' then '专家评审' end
$$;
comment on function rule.document_special is 'A special procedure in Chinese';
