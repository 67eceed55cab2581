-- SPDX-License-Identifier: MIT
create function rule.layout_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform rule.layout_put(new.id, d.kind, d.body, false) from rule.layout_default() as d;
    return null;
end
$$;
comment on function rule.layout_defaults is 'A new centre has a layout of every kind';
