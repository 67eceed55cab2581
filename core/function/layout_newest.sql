-- SPDX-License-Identifier: MIT
create function rule.layout_newest(p_centre bigint, p_kind text) returns banshi.layout
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.layout;
begin
    select * into v from banshi.layout as l where l.centre = p_centre and l.kind = p_kind order by l.version desc limit 1;
    if not found then
        raise exception using errcode = 'BS003', message = 'layout · ' || coalesce(p_kind, '');
    end if;
    return v;
end
$$;
comment on function rule.layout_newest is 'The layout in use';
