-- SPDX-License-Identifier: MIT
create function rule.document_said(p_centre bigint, p_values jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return coalesce((select jsonb_object_agg(k, rule.phrase_public(p_centre, k, v))
                     from jsonb_each_text(coalesce(p_values, '{}')) as e (k, v)
                     where k <> 'rows'), '{}');
end
$$;
comment on function rule.document_said is 'Values that a client gives, fit for a citizen to read';
