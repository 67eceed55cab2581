-- SPDX-License-Identifier: MIT
create function rule.layout_put(p_centre bigint, p_kind text, p_body text, p_own boolean) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.layout (centre, kind, version, title, word, copies, body, own)
    select p_centre, p_kind,
           coalesce((select max(l.version) from banshi.layout as l where l.centre = p_centre and l.kind = p_kind), 0) + 1,
           coalesce(substring(p_body from '(?n)^title[^|]*\|(.*)$'), ''),
           coalesce(substring(p_body from '(?n)^word\|(.*)$'), ''),
           greatest((select count(*) from regexp_matches(p_body, '(?n)^copy[^|]*\|', 'g')), 1),
           p_body, p_own;
end
$$;
comment on function rule.layout_put is 'Add a version of a layout';
