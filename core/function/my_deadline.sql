-- SPDX-License-Identifier: MIT
create function rule.my_deadline(p_start date, p_n int, p_unit text, out due date, out published boolean, out note text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    select d.* into due, published, note from rule.deadline(rule.my_centre(), p_start, p_n, p_unit) as d;
end
$$;
comment on function rule.my_deadline is 'Last day of a period, by the calendar of the session''s centre';
grant execute on function rule.my_deadline to banshi_clerk;
