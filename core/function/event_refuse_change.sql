-- SPDX-License-Identifier: MIT
create function rule.event_refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'BS002', message = 'event · append-only';
end
$$;
comment on function rule.event_refuse_change is 'Events are never changed or deleted, not even by the owner';
