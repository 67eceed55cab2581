-- SPDX-License-Identifier: MIT
-- What documents say of the opening hours: is it closed, until when; is it lunch, until when.
create function rule.document_hours(p_centre bigint) returns jsonb
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'hours.closed', not h.open,
        'hours.lunch', h.open and h.session = 'lunch',
        'hours.opens', case when h.open then '' else coalesce(to_char(h.until at time zone z.time_zone, 'MM-DD HH24:MI'), '') end,
        'hours.resumes', case when h.open then to_char(h.until at time zone z.time_zone, 'HH24:MI') else '' end)
    from banshi.centre as z, rule.hours_at(z.id, rule.now()) as h
    where z.id = p_centre
$$;
comment on function rule.document_hours is 'The opening hours, for documents';
