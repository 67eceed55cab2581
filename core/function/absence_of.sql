-- SPDX-License-Identifier: MIT
create function rule.absence_of(p_centre bigint, p_staff bigint, p_day date) returns text
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select a.kind
            from banshi.absence as a
            where a.centre = p_centre
              and a.staff = p_staff
              and p_day between a.first and a.last
              and coalesce(a.weekday = extract(isodow from p_day), true)
            order by a.id
            limit 1);
end
$$;
comment on function rule.absence_of is 'Why somebody is not there on a day, null when they are';
