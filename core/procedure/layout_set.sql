-- SPDX-License-Identifier: MIT
-- Put a layout of the centre's own in use. An empty text goes back to the program's own.
create function api.layout_set(opid uuid, kind text, body text) returns setof api.layout
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_body text := rule.layout_plain(body);
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'layout';
    end if;
    if rule.operation_begin(v_me, opid, 'layout_set') is null then
        if body = '' then
            select d.body into v_body from rule.layout_default() as d where d.kind = layout_set.kind;
        end if;
        perform rule.layout_check(v_me, kind, v_body);
        perform rule.layout_put(v_me.centre, kind, v_body, body <> '');
        perform rule.record(v_me, null, 'layout', 0, 'changed', kind);
        perform rule.operation_end(v_me, opid, 1);
        perform rule.changed(v_me.centre, 'document');
    end if;
    return query select * from api.layout as l where l.kind = layout_set.kind;
end
$$;
comment on function api.layout_set is 'Put a layout of the centre''s own in use';
grant execute on function api.layout_set to banshi_clerk;
