-- SPDX-License-Identifier: MIT
create function rule.my_published(p_year int) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return rule.is_published(rule.my_centre(), p_year);
end
$$;
comment on function rule.my_published is 'Is the calendar of a year published in the session''s centre?';
grant execute on function rule.my_published to banshi_clerk;
