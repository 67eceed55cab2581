-- SPDX-License-Identifier: MIT
-- The register of documents of days as a paper.
create function api.register_paper(first date, last date) returns setof api.document_preview
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_zone text := (select z.time_zone from banshi.centre as z where z.id = v_me.centre);
    v_first date := coalesce(first, rule.today(v_me.centre));
    v_last date := coalesce(last, v_first);
    v_rows jsonb;
begin
    if v_last - v_first > 366 or v_last < v_first then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'days', v_first, v_last);
    end if;
    select coalesce(jsonb_agg(jsonb_build_object(
                        'document.n', r.n, 'document.case', r.case_number, 'document.item', r.item_name,
                        'document.applicant', r.applicant_name, 'document.title', r.title, 'document.number', r.number,
                        'document.state', rule.word_said('document_state', r.state), 'document.staff', r.staff_name,
                        'document.time', to_char(r.issued_at at time zone v_zone,
                                                 case when v_first = v_last then 'HH24:MI' else 'MM-DD HH24:MI' end))
                              order by r.n), '[]')
    into v_rows
    from (select row_number() over (order by x.issued_at, x.id) as n, x.*
          from api.register as x
          where x.issued_at >= v_first::timestamp at time zone v_zone
            and x.issued_at < (v_last + 1)::timestamp at time zone v_zone) as r;
    return query
    select p.*
    from api.document_preview('register', null, null, null, jsonb_build_object(
             'register.first', rule.document_day(v_first),
             'register.last', case when v_last > v_first then rule.document_day(v_last) else '' end,
             'documents', v_rows)) as p;
end
$$;
comment on function api.register_paper is 'The register of documents as a paper';
grant execute on function api.register_paper to banshi_clerk;
