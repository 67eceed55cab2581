-- SPDX-License-Identifier: MIT
create function rule.document_said(p_centre bigint, p_values jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select jsonb_object_agg(e.key, rule.phrase_public(p_centre, e.key, e.value #>> '{}'))
                     from jsonb_each(coalesce(p_values, '{}')) as e
                     where jsonb_typeof(e.value) <> 'array'), '{}');
end
$$;
comment on function rule.document_said is 'Texts that a client gives, fit for a citizen to read';
