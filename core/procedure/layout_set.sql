-- SPDX-License-Identifier: MIT
-- A centre's own layouts: check one, put one in use, show the one in use. An empty text goes back to the program's own.
-- after: layout_check, document_issue
create function api.layout_check(kind text, body text) returns setof api.layout
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform banshi.layout_check(banshi.me(), kind, body);
    return query select * from api.layout as l where l.kind = layout_check.kind;
end
$$;
comment on function api.layout_check(text, text) is 'Check a layout; the one that is in use';

create function api.layout_set(opid uuid, kind text, body text) returns setof api.layout
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_body text := body;
begin
    if v_me.role <> 'admin' then
        raise exception using errcode = 'BS002', message = 'layout';
    end if;
    if banshi.operation_begin(v_me, opid, 'layout_set') is null then
        if v_body = '' then
            select d.body into v_body from banshi.layout_default() as d where d.kind = layout_set.kind;
        end if;
        perform banshi.layout_check(v_me, kind, v_body);
        perform banshi.layout_put(v_me.centre, kind, v_body, body <> '');
        perform banshi.record(v_me, null, 'layout', 0, 'changed', kind);
        perform banshi.operation_end(v_me, opid, 1);
        perform banshi.changed(v_me.centre, 'document');
    end if;
    return query select * from api.layout as l where l.kind = layout_set.kind;
end
$$;
comment on function api.layout_set(uuid, text, text) is 'Put a layout of the centre''s own in use';

-- The program's newer layouts come into use where the centre has none of its own; part of every migration.
create or replace function banshi.layout_refresh() returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform banshi.layout_put(z.id, d.kind, d.body, false)
    from banshi.centre as z
    cross join banshi.layout_default() as d
    left join lateral (select l.body, l.own
                       from banshi.layout as l
                       where l.centre = z.id
                         and l.kind = d.kind
                       order by l.version desc
                       limit 1) as n on true
    where n.body is null
       or (not n.own and n.body <> d.body);
end
$$;
comment on function banshi.layout_refresh() is 'Bring the centres'' layouts up to the program''s';
revoke execute on function banshi.layout_refresh() from public;
revoke execute on function api.layout_check(text, text), api.layout_set(uuid, text, text) from public;
grant execute on function api.layout_check(text, text), api.layout_set(uuid, text, text) to banshi_clerk;
