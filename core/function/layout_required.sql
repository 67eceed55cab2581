-- SPDX-License-Identifier: MIT
-- Check a layout: every directive and placeholder known, all there that the law wants of the kind (Licensing Law art. 32, 42,
-- 45; norms 2.3, 6.4). An error names the line.
create function rule.layout_required(p_kind text) returns text[]
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case p_kind
           when 'service' then
               '{title,number,applicant.name,service.document,service.recipient,service.relation,service.at,service.place,
                                 service.mode,service.server,service.witness,service.note,sign}'::text[]
           when 'enquiry' then '{title,number,item.name,item.conditions,item.statutory,item.promised,materials|item,item.fee,
                                 staff.name,centre.phone,seal,copy*2}'
           when 'authority' then '{title,number,applicant.name,applicant.id,agent.name,agent.id,agent.authority,authority.period,
                                   item.name,sign*2,copy*2}'
           when 'slip' then '{centre.name,ticket.number,ticket.queue,ticket.ahead,ticket.estimate,ticket.counters}'
           when 'voucher' then '{centre.name,voucher.number,voucher.slot,applicant.name,applicant.phone,item.name}'
           when 'roster' then '{title,head,rows}'
           when 'roster_week' then '{title,head,rows}'
           when 'register' then '{title,head,rows}'
           else '{title,number,applicant.name,applicant.id,applicant.contact,applicant.phone,item.name,case.number,case.received_on,
                  staff.name,centre.phone,sign*2,seal,today,copy*2}'
                || case p_kind when 'receipt' then '{materials|received,case.tell_by}'::text[]
                   when 'acceptance' then
                       '{item.legal_basis,case.acceptance,materials|received,case.accepted_on,case.statutory_due,case.promised_due}'
                   when 'supplement' then '{materials|wanted,case.supplement_by}'
                   when 'refusal' then '{case.refusal,reason,basis,organ,centre.review_body,六十日,centre.court,六个月}'
                   when 'denial' then '{case.accepted_on,reason,basis,centre.review_body,六十日,centre.court,六个月}'
                   when 'not_required' then '{reason,basis}'
                   when 'tolerance' then '{materials|promised,tolerance.by}'
                   when 'special' then '{special.kind,special.reason,special.from,special.days}'
                   when 'prolongation' then '{prolongation.days,prolongation.reason,prolongation.approver,prolongation.due}'
                   when 'assistance' then '{assistance.helper}'
                   when 'assistance_end' then '{assistance.helper,assistance.result}'
                   else '{}' end
           end
$$;
comment on function rule.layout_required is
    'What a layout of a kind must have: a placeholder, a directive (*2: two of it), or Chinese words as they are';
