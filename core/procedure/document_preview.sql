-- SPDX-License-Identifier: MIT
-- The content of a paper that is not kept: slips, vouchers, rosters and registers. Beside texts, the values may hold lists and
-- conditions.
create function api.document_preview(layout text, case_id bigint, item bigint, ticket bigint, "values" jsonb)
    returns setof api.document_preview
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_me rule.actor := rule.me();
    v_more jsonb := coalesce((select jsonb_object_agg(e.key, e.value)
                              from jsonb_each("values") as e
                              where jsonb_typeof(e.value) in ('array', 'boolean')), '{}');
begin
    -- a device prints slips; a case has personal data, and its reading is recorded
    if rule.is_word('staff_role_device', v_me.role)
       and (case_id is not null or (rule.document_kind(layout)).about is distinct from 'ticket') then
        raise exception using errcode = 'BS002', message = 'document · ' || layout;
    end if;
    if exists (select from banshi.case as c where c.centre = v_me.centre and c.id = case_id) then
        perform rule.record(v_me, rule.my_counter(), 'case', case_id, 'read');
    end if;
    return query
    select document_preview.layout,
           rule.document_content(v_me.centre, case_id, coalesce((select c.item from banshi.case as c where c.centre = v_me.centre
                                                                 and c.id = case_id), document_preview.item),
                                 rule.layout_newest(v_me.centre, document_preview.layout),
                                 rule.document_values(v_me, case_id, item, ticket,
                                                      rule.document_said(v_me.centre, "values") || v_more));
end
$$;
comment on function api.document_preview is 'The content of a paper that is not kept';
grant execute on function api.document_preview to banshi_clerk, banshi_kiosk;
