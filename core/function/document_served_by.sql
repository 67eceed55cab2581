-- SPDX-License-Identifier: MIT
-- Record that a document was served, and issue the proof (送达回证; norm 8.1): recipient, relation, at (a minute of the centre's
-- time), place, mode, witness, server, note. The day signed is the day of service. Once a document, unless the proof is void.
create function rule.document_served_by(p_mode text) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_mode when 'direct' then '直接送达' when 'left' then '留置送达' when 'entrusted' then '委托送达'
                       when 'post' then '邮寄送达' when 'electronic' then '电子送达' when 'announcement' then '公告送达' end
$$;
comment on function rule.document_served_by is 'A mode of service in Chinese';
