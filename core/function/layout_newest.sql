-- SPDX-License-Identifier: MIT
-- Issue a document on a case, or on an item, as it is now: the number is taken in the same transaction, so that the series
-- has no gaps. p_extra is what only this document says: values of placeholders.
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
