-- SPDX-License-Identifier: MIT
create function rule.my_lines() returns table (queue bigint, lag interval)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query select * from rule.counter_lines(rule.my_centre(), rule.my_counter());
end
$$;
comment on function rule.my_lines is 'The queues that the session''s counter serves now, with their lags';
grant execute on function rule.my_lines to banshi_client;
