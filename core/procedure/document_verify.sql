-- SPDX-License-Identifier: MIT
-- Is a paper genuine? By its number and the check value printed on it: genuine, void, replaced (void, and a new one issued),
-- altered (there is such a number, with another check value), unknown. Nothing of the content is told.
create function api.document_verify(paper text, "check" text)
    returns setof api.document_proof
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    v_number text := btrim(document_verify.paper);
    v_check text := lower(regexp_replace(coalesce(document_verify."check", ''), '[^0-9A-Fa-f]', '', 'g'));
begin
    return query
    select d.number,
           case when v_check <> '' and left(d.hash, 16) <> v_check then 'altered'
                when d.state = 'issued' then 'genuine'
                when n.number is not null then 'replaced'
                else 'void' end,
           d.title, d.issued_at, coalesce(n.number, '')
    from banshi.document as d
    left join banshi.document as n on n.centre = d.centre and n.voids = d.id
    where d.centre = rule.my_centre()
      and d.number = v_number;
    if not found then
        return query select v_number, 'unknown', '', null::timestamptz, '';
    end if;
end
$$;
comment on function api.document_verify is 'Is a paper genuine, void or unknown?';
grant execute on function api.document_verify to banshi_clerk, banshi_kiosk;
