-- SPDX-License-Identifier: MIT
-- Check a layout; the one that is in use.
create function api.layout_check(kind text, body text) returns setof api.layout
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform rule.layout_check(rule.me(), kind, rule.layout_plain(body));
    return query select * from api.layout as l where l.kind = layout_check.kind;
end
$$;
comment on function api.layout_check is 'Check a layout; the one that is in use';
grant execute on function api.layout_check to banshi_clerk;
