-- SPDX-License-Identifier: MIT
-- The content of a paper that is not kept: slips, vouchers, rosters and registers.
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
    -- a case has personal data: it is read where the reading is recorded
    if case_id is not null or v_me.role in ('kiosk', 'board', 'notifier') and layout not like 'slip%' then
        raise exception using errcode = 'BS002', message = 'document · ' || layout;
    end if;
    if jsonb_typeof("values" -> 'rows') = 'array' then
        v_extra := v_extra || jsonb_build_object('rows', "values" -> 'rows');
    end if;
    return query
    select document_preview.layout,
           rule.document_content(v_me.centre, null, item, rule.layout_newest(v_me.centre, layout),
                                 rule.document_values(v_me, null, item, ticket, v_extra));
end
$$;
comment on function api.document_preview is 'The content of a paper that is not kept';
grant execute on function api.document_preview to banshi_clerk, banshi_kiosk;
