-- SPDX-License-Identifier: MIT
create function rule.my_hours(out open boolean, out session text, out until timestamptz)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    select h.* into open, session, until from rule.hours_at(rule.my_centre(), rule.now()) as h;
end
$$;
comment on function rule.my_hours is 'Is the session''s centre open now, in which session, and until when';
grant execute on function rule.my_hours to banshi_client;
