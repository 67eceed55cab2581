-- SPDX-License-Identifier: MIT
create function rule.my_working_days(p_after date, p_until date) returns bigint
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return rule.working_days(rule.my_centre(), p_after, p_until);
end
$$;
comment on function rule.my_working_days is 'Working days after one day up to another, by the calendar of the session''s centre';
grant execute on function rule.my_working_days to banshi_clerk;
