-- SPDX-License-Identifier: MIT
create function rule.ticket_private_derive() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    return rule.ticket_private_derived(new);
end
$$;
comment on function rule.ticket_private_derive is 'Fills the columns of a ticket''s private row that are worked out from others';
