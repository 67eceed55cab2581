-- SPDX-License-Identifier: MIT
create function rule.document_needs(p_kind text) returns text[]
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind when 'tolerance' then '{tolerance.by}'::text[]
                       when 'assistance' then '{assistance.helper}'
                       when 'assistance_end' then '{assistance.helper,assistance.result}'
                       when 'authority' then '{agent.name,agent.authority}'
                       else '{}' end
$$;
comment on function rule.document_needs is 'What a kind cannot be issued without';
