-- SPDX-License-Identifier: MIT
create function rule.my_day() returns date
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return rule.today(rule.my_centre());
end
$$;
comment on function rule.my_day is 'Today in the session''s centre';
grant execute on function rule.my_day to banshi_client;
