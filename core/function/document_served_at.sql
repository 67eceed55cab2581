-- SPDX-License-Identifier: MIT
create function rule.document_served_at(p_zone text, p_at text, p_issued timestamptz) returns timestamptz
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_at timestamptz := date_trunc('minute', rule.now());
begin
    if p_at <> '' then
        if p_at !~ '^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$' then
            raise exception using errcode = 'BS001', message = 'at · not a date';
        end if;
        begin
            v_at := p_at::timestamp at time zone p_zone;
        exception
            when invalid_datetime_format or datetime_field_overflow then
                raise exception using errcode = 'BS001', message = 'at · not a date';
        end;
    end if;
    if v_at > rule.now() or v_at < date_trunc('minute', p_issued) then
        raise exception using errcode = 'BS001',
            message = 'at · ' || to_char(p_issued at time zone p_zone, 'YYYY-MM-DD HH24:MI') || ' – '
                      || to_char(rule.now() at time zone p_zone, 'YYYY-MM-DD HH24:MI');
    end if;
    return v_at;
end
$$;
comment on function rule.document_served_at is 'The minute of service: now, or as told; not before the document was there';
