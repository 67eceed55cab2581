-- SPDX-License-Identifier: MIT
create function rule.hours_at(p_centre bigint, p_at timestamptz, out open boolean, out session text, out until timestamptz)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := (select (p_at at time zone c.time_zone)::date from banshi.centre as c where c.id = p_centre);
begin
    select true, h.session, h.closes into open, session, until
    from rule.hours_on(p_centre, v_day) as h
    where h.opens <= p_at
      and p_at < h.closes;
    if not found then
        open := false;
        session := 'closed';
        -- the longest holidays have nine days
        select h.opens into until
        from generate_series(0, 31) as n,
             lateral rule.hours_on(p_centre, v_day + n) as h
        where h.opens > p_at
        order by n, h.opens
        limit 1;
    end if;
end
$$;
comment on function rule.hours_at is
    'Is the centre open at a time, in which session, and until when; while closed, until is when it opens next, null when not '
    'within a month';
