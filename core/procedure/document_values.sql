-- SPDX-License-Identifier: MIT
-- What the placeholders of a layout stand for, for a case as it is now.
-- after: document_day
create or replace function banshi.document_values(p_me banshi.staff, p_case bigint) returns jsonb
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'applicant.name', c.applicant_name,
        'applicant.id', case c.id_kind when 'resident' then '居民身份证' when 'credit_code' then '统一社会信用代码' when 'passport' then '护照'
                        when 'hk_macao' then '港澳居民来往内地通行证' when 'taiwan' then '台湾居民来往大陆通行证'
                        when 'foreign_permanent' then '外国人永久居留证' else '其他证件' end || ' ' || c.id_number,
        'applicant.contact', c.contact,
        'applicant.phone', c.phone,
        'agent.name', c.agent_name,
        'agent.authority', c.agent_authority,
        'item.name', i.name,
        'item.code', i.code,
        'item.legal_basis', i.legal_basis,
        'item.fee', case when i.fee = 0 then '不收费' else to_char(i.fee / 100.0, 'FM999999990.00') || '元 ' || i.fee_basis end,
        'case.number', c.number,
        'case.received_on', banshi.document_day(c.received_on),
        'case.tell_by', banshi.document_day(c.tell_by),
        'case.accepted_on', banshi.document_day(c.accepted_on),
        'case.supplement_by', banshi.document_day(c.supplement_by),
        'case.statutory_due', banshi.document_day(c.statutory_due),
        'case.promised_due', banshi.document_day(c.promised_due),
        'case.due_note', case when c.due_published then '' else '期限跨入尚未公布工作日历的年度，日期为暂定，以公布后的日历为准' end,
        'delivery', case c.delivery when 'pickup' then '窗口领取' when 'locker' then '自助柜领取' when 'post' then '邮寄送达'
                    when 'network' then '网站下载' else '公告送达' end
                    || case when c.delivery_note = '' then '' else '：' || c.delivery_note end,
        'assistance', case when c.assistance
                           then concat_ws('　', '是', nullif(h.name, ''), nullif(c.assistance_note, '')) else '' end,
        'reason', c.reason,
        'basis', coalesce(nullif(c.basis, ''), i.legal_basis),
        'organ', c.organ,
        'staff.name', p_me.name,
        'centre.organ', coalesce(nullif(d.organ, ''), z.organ),
        'centre.phone', coalesce(nullif(d.phone, ''), z.phone),
        'centre.address', z.address,
        'centre.review_body', z.review_body,
        'centre.court', z.court,
        'today', banshi.document_day(banshi.today(c.centre)))
    from banshi.case as c
    join banshi.item as i on i.centre = c.centre and i.id = c.item
    join banshi.department as d on d.centre = i.centre and d.id = i.department
    join banshi.centre as z on z.id = c.centre
    left join banshi.staff as h on h.centre = c.centre and h.id = c.helper
    where c.centre = p_me.centre
      and c.id = p_case
$$;
comment on function banshi.document_values(banshi.staff, bigint) is 'Values of the placeholders of layouts';
revoke execute on function banshi.document_values(banshi.staff, bigint) from public;
