-- SPDX-License-Identifier: MIT
create function rule.today(p_centre bigint) returns date
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select (rule.now() at time zone c.time_zone)::date from banshi.centre as c where c.id = p_centre);
end
$$;
comment on function rule.today is 'The day in the centre''s time zone';
