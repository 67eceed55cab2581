-- SPDX-License-Identifier: MIT
-- The content of a paper that is not kept: slips, vouchers, rosters and registers, or what another kind would say now.
create function api.document_preview(layout text, case_id bigint, item bigint, ticket bigint, "values" jsonb)
    returns table (kind text, content text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_me rule.actor := rule.me();
    v_extra jsonb := rule.document_said(v_me.centre, "values");
begin
    if jsonb_typeof("values" -> 'rows') = 'array' then
        v_extra := v_extra || jsonb_build_object('rows', "values" -> 'rows');
    end if;
    return query
    select document_preview.layout,
           rule.document_content(v_me.centre, case_id, coalesce((select c.item from banshi.case as c where c.centre = v_me.centre
                                                                 and c.id = document_preview.case_id), document_preview.item),
                                 rule.layout_newest(v_me.centre, document_preview.layout),
                                 rule.document_values(v_me, case_id, item, ticket, v_extra));
end
$$;
comment on function api.document_preview is 'The content of a paper that is not kept';
grant execute on function api.document_preview to banshi_clerk, banshi_kiosk;
