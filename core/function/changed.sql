-- SPDX-License-Identifier: MIT
create function rule.changed(p_centre bigint, p_concept text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_notify('banshi_' || p_centre, p_concept);
end
$$;
comment on function rule.changed is 'Tell the terminals of a centre that something of a concept changed';
