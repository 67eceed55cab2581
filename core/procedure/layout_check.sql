-- SPDX-License-Identifier: MIT
-- Check a layout: every directive and placeholder known, all there that the law wants of the kind (Licensing Law art. 32, 42,
-- 45; norms 2.3, 6.4). An error names the line.
-- after: document_values
create or replace function banshi.layout_required(p_kind text) returns text[]
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
comment on function banshi.layout_required(text) is
    'What a layout of a kind must have: a placeholder, a directive (*2: two of it), or Chinese words as they are';

-- How often a layout has what is required of it, and where it has it first.
create or replace function banshi.layout_line(p_body text, p_required text) returns table (times bigint, line bigint)
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select count(*), min(n)
    from unnest(string_to_array(p_body, E'\n')) with ordinality as u (l, n)
    where l not like '#%'
      and (strpos(l, '{' || p_required || '}') > 0
           or l = p_required
           or l like replace(p_required, '*2', '') || '|%'
           or p_required ~ '^[^ -~]+$' and strpos(l, p_required) > 0)
$$;
comment on function banshi.layout_line(text, text) is 'How often something is in a layout, and in which line first';

create or replace function banshi.layout_check(p_me banshi.staff, p_kind text, p_body text) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_known jsonb := banshi.document_values(p_me, null, null, null, '{}');
    v_line text;
    v_n bigint;
    v_what text;
begin
    perform from banshi.layout as l where l.centre = p_me.centre and l.kind = p_kind;
    if not found then
        raise exception using errcode = 'BS021', message = p_kind || ' · unknown kind of document';
    end if;
    for v_line, v_n in select l, n from unnest(string_to_array(p_body, E'\n')) with ordinality as u (l, n) loop
        continue when v_line = '' or v_line like '#%';
        v_what := split_part(v_line, '|', 1);
        if v_what not in ('word', 'title', 'number', 'heading', 'centre', 'big', 'field', 'field?', 'para', 'note',
                          'materials', 'columns', 'head', 'rows', 'sign', 'seal', 'date', 'copy', 'copies',
                          'rule', 'code', 'landscape', 'narrow') then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, v_what);
        end if;
        if v_what = 'materials' and v_line !~ '^materials\|(received|wanted|promised|item)$' then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, v_line);
        end if;
        if v_what in ('field', 'field?') and array_length(string_to_array(v_line, '|'), 1) <> 3 then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, 'field|label|text');
        end if;
        for v_what in select m[1] from regexp_matches(v_line, '\{([^}]*)\}', 'g') as m loop
            if not v_known ? v_what then
                raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, '{' || v_what || '}');
            end if;
        end loop;
    end loop;
    select concat(replace(r, '*2', ''), case when r like '%*2' then ' × 2' end), coalesce(d.line, 1)
    into v_what, v_n
    from unnest(banshi.layout_required(p_kind)) with ordinality as u (r, i)
    cross join banshi.layout_line(p_body, r) as f
    left join banshi.layout_default() as p on p.kind = p_kind
    left join lateral banshi.layout_line(p.body, r) as d on true
    where f.times < case when r like '%*2' then 2 else 1 end
    order by i
    limit 1;
    if found then
        raise exception using errcode = 'BS021',
            message = concat_ws(' · ', p_kind, 'missing', case when v_what ~ '^[a-z_]+\.[a-z_]+$' then '{' || v_what || '}' else
                v_what end,
                                'in the program''s own layout', 'line', v_n);
    end if;
end
$$;
comment on function banshi.layout_check(banshi.staff, text, text) is 'Refuse a layout that does not do, with its line';
revoke execute on function banshi.layout_required(text), banshi.layout_line(text, text),
    banshi.layout_check(banshi.staff, text, text) from public;
