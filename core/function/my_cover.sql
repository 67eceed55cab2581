-- SPDX-License-Identifier: MIT
create function rule.my_cover() returns table (counter bigint, queue bigint, instead text)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query select * from rule.duty_cover(rule.my_centre());
end
$$;
comment on function rule.my_cover is 'While duties are on: which counters of the session''s centre serve queues of others';
grant execute on function rule.my_cover to banshi_client;
