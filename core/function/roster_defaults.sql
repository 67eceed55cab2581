-- SPDX-License-Identifier: MIT
create function rule.roster_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.roster_kind (centre, code, name, opens, closes) values (new.id, 'lunch', '午间值班', '12:00', '13:30');
    return null;
end
$$;
comment on function rule.roster_defaults is 'A new centre has lunch duty';
