-- SPDX-License-Identifier: MIT
-- Check a layout: every directive and placeholder known, all there that the law wants of the kind (Licensing Law art. 32, 42,
-- 45; norms 2.3, 6.4). An error names the line.
-- after: document_values
create or replace function banshi.layout_required(p_kind text) returns text[]
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case when p_kind = 'service' 
                then '{number,applicant.name,service.document,service.recipient,service.at,service.mode,sign}'::text[]
           when p_kind = 'enquiry' then '{item.name,materials|item,item.fee,centre.phone,number}'
           when p_kind = 'authority' then '{applicant.name,agent.name,agent.authority,item.name,sign,number}'
           when p_kind in ('slip', 'voucher') then array['centre.name', replace(p_kind, 'slip', 'ticket') || '.number']
           when p_kind in ('roster', 'roster_week', 'register') then '{head,rows}'
           else '{number,applicant.name,item.name,staff.name,today,seal,sign}'
                || case p_kind when 'receipt' then '{materials|received,case.tell_by}'::text[]
                   when 'acceptance' then '{materials|received,case.accepted_on,case.statutory_due}'
                   when 'supplement' then '{materials|wanted,case.supplement_by,centre.phone}'
                   when 'refusal' then '{reason,basis,organ,centre.review_body,centre.court}'
                   when 'not_required' then '{reason}'
                   when 'tolerance' then '{materials|wanted,tolerance.by}'
                   when 'special' then '{special.kind}'
                   when 'prolongation' then '{prolongation.days,prolongation.reason,prolongation.due}'
                   else '{}' end
           end
$$;
comment on function banshi.layout_required(text) is 'Placeholders and directives that a layout of a kind must have';

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
    for v_line, v_n in select l, n from unnest(string_to_array(p_body, E'\n')) with ordinality as u (l, n) loop
        continue when v_line = '' or v_line like '#%';
        v_what := split_part(v_line, '|', 1);
        if v_what not in ('word', 'title', 'number', 'heading', 'centre', 'big', 'field', 'field?', 'para', 'note',
                          'materials', 'columns', 'head', 'rows', 'sign', 'seal', 'date', 'copy', 'copies',
                          'rule', 'code', 'landscape') then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line ' || v_n, v_what);
        end if;
        if v_what = 'materials' and v_line !~ '^materials\|(received|wanted|item)$' then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line ' || v_n, v_line);
        end if;
        if v_what in ('field', 'field?') and array_length(string_to_array(v_line, '|'), 1) <> 3 then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line ' || v_n, 'field|label|text');
        end if;
        for v_what in select m[1] from regexp_matches(v_line, '\{([^}]*)\}', 'g') as m loop
            if not v_known ? v_what then
                raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line ' || v_n, '{' || v_what || '}');
            end if;
        end loop;
    end loop;
    select string_agg(r, ' · ') into v_what
    from unnest(banshi.layout_required(p_kind)) as r
    where strpos(p_body, '{' || r || '}') = 0
      and (E'\n' || p_body) !~ (E'\n' || replace(r, '|', '\|') || E'($|[|\n])');
    if v_what is not null then
        raise exception using errcode = 'BS021', message = p_kind || ' · missing · ' || v_what;
    end if;
    perform from banshi.layout as l where l.centre = p_me.centre and l.kind = p_kind;
    if not found then
        raise exception using errcode = 'BS003', message = 'layout · ' || p_kind;
    end if;
end
$$;
comment on function banshi.layout_check(banshi.staff, text, text) is 'Refuse a layout that does not do, with its line';
revoke execute on function banshi.layout_required(text), banshi.layout_check(banshi.staff, text, text) from public;
