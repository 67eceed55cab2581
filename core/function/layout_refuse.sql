-- SPDX-License-Identifier: MIT
-- Refuse a layout: the kind, the line, what is wrong, and what to write.
create function rule.layout_refuse(p_kind text, p_line bigint, variadic p_what text[]) returns void
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'BS021',
        message = concat_ws(' · ', p_kind, 'line', p_line, nullif(array_to_string(array_remove(p_what, ''), ' · '), ''));
end
$$;
comment on function rule.layout_refuse is 'Refuse a layout, with its line';
