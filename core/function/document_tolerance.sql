-- SPDX-License-Identifier: MIT
-- The day by which what is lacking is promised: not later than the promised limit.
create function rule.document_tolerance(p_case banshi.case, p_by text) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_by date;
begin
    begin
        v_by := p_by::date;
    exception
        when invalid_datetime_format or datetime_field_overflow then
            raise exception using errcode = 'BS001', message = 'tolerance.by · not a date';
    end;
    if v_by < rule.today(p_case.centre) or v_by > p_case.promised_due then
        raise exception using errcode = 'BS001',
            message = concat_ws(' · ', 'tolerance.by', rule.today(p_case.centre) || ' – ' || p_case.promised_due);
    end if;
    perform from banshi.case_material as m
    where m.centre = p_case.centre and m.case_id = p_case.id and m.state in ('missing', 'wrong');
    if not found then
        raise exception using errcode = 'BS004', message = p_case.number || ' · no material is missing';
    end if;
    return rule.document_day(v_by);
end
$$;
comment on function rule.document_tolerance is 'The day as it is printed; refused when it does not do';
