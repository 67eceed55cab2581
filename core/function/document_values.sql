-- SPDX-License-Identifier: MIT
-- What the placeholders of layouts stand for: for a case, an item, a ticket, each null or as it is now; p_extra is what
-- only this document says. All names are always there, so that a layout can be checked without a case.
create function rule.document_values(p_me rule.actor, p_case bigint, p_item bigint, p_ticket bigint,
                                                p_extra jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (
    select jsonb_build_object(
        'number', '',
        'applicant.name', coalesce(c.applicant_name, ''),
        'applicant.id', coalesce(rule.word_said('id_kind', c.id_kind) || ' ' || c.id_number, ''),
        'applicant.contact', coalesce(nullif(c.contact, ''), nullif(c.agent_name, ''), c.applicant_name, ''),
        'applicant.phone', coalesce(c.phone, ''),
        'agent.name', coalesce(c.agent_name, ''),
        'agent.id', coalesce(c.agent_id_number, ''),
        'agent.phone', coalesce(c.agent_phone, ''),
        'agent.authority', coalesce(c.agent_authority, ''),
        'authority.period', '',
        'item.name', coalesce(i.name, ''),
        'item.code', coalesce(i.code, ''),
        'item.department', coalesce(d.name, ''),
        'item.conditions', coalesce(i.conditions, ''),
        'item.legal_basis', coalesce(i.legal_basis, ''),
        'item.statutory', coalesce(i.statutory || rule.word_said('limit_unit', i.statutory_unit), ''),
        'item.promised', coalesce(i.promised || rule.word_said('limit_unit', i.promised_unit), ''),
        'item.fee', coalesce(case when i.fee = 0 then '不收费'
                                  else to_char(i.fee / 100.0, 'FM999999990.00') || '元 ' || i.fee_basis end, ''),
        'case.number', coalesce(c.number, ''),
        'case.received_on', rule.document_day(c.received_on),
        'case.tell_by', rule.document_day(c.tell_by),
        'case.accepted_on', rule.document_day(c.accepted_on),
        'case.supplement_by', rule.document_day(c.supplement_by),
        'case.statutory_due', rule.document_day(c.statutory_due),
        'case.promised_due', rule.document_day(c.promised_due),
        'case.clock_note', case when c.deemed
                                then '因未在五个工作日内一次性告知，该申请自收到申请材料之日（' || rule.document_day(c.accepted_on)
                                     || '）起即为受理，办理期限自该日起计算。'
                                else '材料补齐并符合法定形式的，本中心即予受理，办理期限自受理之日起计算。' end,
        'case.acceptance', case when c.deemed
                                then '因未在收到你（单位）的申请材料后五个工作日内一次性告知需要补正的全部内容，根据《中华人民共和国行政许可法》'
                                     || '第三十二条第一款第（四）项的规定，该申请自收到申请材料之日起即为受理。'
                                else '你（单位）提交的申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的'
                                     || '规定，现予受理。' end,
        'case.refusal', case when coalesce(c.organ, '') = '' then '你（单位）提出的上述申请，经审查，决定不予受理。'
                             else '你（单位）提出的上述申请，经审查，依法不属于本机关职权范围，根据《中华人民共和国行政许可法》第三十二条第一款'
                                  || '第（二）项的规定，决定不予受理。请向下列有权受理的机关提出申请。' end,
        'case.due_note', case when c.due_published is false then '期限跨入尚未公布工作日历的年度，日期为暂定，以公布后的日历为准'
                         when c.accepted_on is not null and coalesce(c.statutory_due, c.promised_due) is null
                         then '事项目录未载明办理期限，按照法律、法规规定的期限办理' else '' end,
        'delivery', coalesce(rule.word_said('case_delivery', c.delivery)
                             || case when c.delivery_note = '' then '' else '：' || c.delivery_note end, ''),
        'assistance', case when c.assistance
                           then concat_ws('　', '是', nullif(h.name, ''), nullif(c.assistance_note, '')) else '' end,
        'assistance.helper', coalesce(h.name, p_me.name),
        'assistance.note', coalesce(c.assistance_note, ''),
        'assistance.result', '',
        'reason', coalesce(c.reason, ''),
        'basis', coalesce(nullif(c.basis, ''), i.legal_basis, ''),
        'organ', coalesce(c.organ, ''),
        'staff.name', p_me.name,
        'centre.name', z.name,
        'centre.organ', coalesce(nullif(d.organ, ''), z.organ),
        'centre.phone', coalesce(nullif(d.phone, ''), z.phone),
        'centre.address', z.address,
        'centre.review_body', coalesce(nullif(z.review_body, ''), '有管辖权的行政复议机关'),
        'centre.court', coalesce(nullif(z.court, ''), '有管辖权的人民法院'),
        'today', rule.document_day(rule.today(z.id)))
    || jsonb_build_object(
        'tolerance.by', '',
        'special.kind', '', 'special.reason', '', 'special.from', rule.document_day(rule.today(z.id)), 'special.days', '',
        'prolongation.days', '', 'prolongation.reason', '', 'prolongation.approver', '', 'prolongation.due', '',
        'service.document', '', 'service.recipient', '', 'service.relation', '', 'service.at', '', 'service.place', '',
        'service.mode', '', 'service.server', p_me.name, 'service.witness', '', 'service.note', '',
        'ticket.number', coalesce(t.number, ''),
        'ticket.queue', coalesce(t.queue_name, ''),
        'ticket.priority', case when t.priority = 'ordinary' then '' else coalesce(t.priority_name, '') end,
        'ticket.ahead', coalesce(t.ahead || '人', ''),
        'ticket.estimate', case when t.estimate > 0 then '约' || ceil(t.estimate / 60.0) || '分钟' else '' end,
        'ticket.counters', coalesce(t.counters, ''),
        'ticket.issued_at', coalesce(to_char(t.issued_at at time zone z.time_zone, 'YYYY-MM-DD HH24:MI'), ''),
        'voucher.number', '', 'voucher.slot', '', 'voucher.id', '',
        'hours.note', (select case when not h.open
                                   then '现不在办理时间' || coalesce('，' || to_char(h.until at time zone z.time_zone, 'MM-DD HH24:MI')
                                                                     || ' 开始办理', '')
                                   when h.session = 'lunch'
                                   then '午间由值班窗口办理，' || to_char(h.until at time zone z.time_zone, 'HH24:MI') || ' 各窗口恢复办理'
                                   else '' end
                       from rule.hours_at(z.id, rule.now()) as h),
        'roster.title', '', 'roster.period', '', 'roster.note', '', 'roster.monday', '', 'roster.tuesday', '',
        'roster.wednesday', '', 'roster.thursday', '', 'roster.friday', '', 'roster.saturday', '', 'roster.sunday', '',
        'register.title', '', 'register.period', '',
        'rows', '[]'::jsonb)
    || p_extra
    from banshi.centre as z
    left join banshi.case as c on c.centre = z.id and c.id = p_case
    left join api.ticket as t on t.id = p_ticket and t.day = rule.today(z.id)
    left join banshi.item as i on i.centre = z.id and i.id = coalesce(c.item, p_item, t.item)
    left join banshi.department as d on d.centre = i.centre and d.id = i.department
    left join banshi.staff as h on h.centre = c.centre and h.id = c.helper
    where z.id = p_me.centre);
end
$$;
comment on function rule.document_values is 'Values of the placeholders of layouts';
