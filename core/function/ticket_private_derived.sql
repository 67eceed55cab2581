-- SPDX-License-Identifier: MIT
create function rule.ticket_private_derived(p_private banshi.ticket_private) returns banshi.ticket_private
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    p_private.phone_masked := rule.mask(p_private.phone);
    return p_private;
end
$$;
comment on function rule.ticket_private_derived is
    'What only staff see of a ticket, with the columns that are worked out from others';
