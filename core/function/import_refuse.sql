-- SPDX-License-Identifier: MIT
create function rule.import_refuse(p_batch jsonb, p_line bigint, p_what text, p_key text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'BS018',
        message = concat_ws(' · ', concat(coalesce(p_batch ->> 'path', ''), ':', coalesce(p_line, 0)), p_what, p_key);
end
$$;
comment on function rule.import_refuse is 'Refuse an import because of a line';
