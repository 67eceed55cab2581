-- SPDX-License-Identifier: MIT
-- A device sees no row at all.
create policy staff on banshi.ticket_private as restrictive for select to banshi_device using (false);
create trigger ticket_private_derive before insert or update of phone on banshi.ticket_private
    for each row execute function rule.ticket_private_derive();
grant select (centre, day, ticket, phone_masked, proof, reason) on banshi.ticket_private
    to banshi_client;
