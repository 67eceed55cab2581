-- SPDX-License-Identifier: MIT
grant select on banshi.ticket to banshi_client;
create trigger ticket_extension_ended after update of state on banshi.ticket
    for each row when (new.state in ('done', 'left', 'void', 'skipped') and old.state <> new.state)
    execute function rule.extension_follow();
create trigger ticket_extension_back after update of state on banshi.ticket
    for each row when (old.state = 'skipped' and new.state in ('waiting', 'called'))
    execute function rule.extension_follow();
grant select on banshi.ticket to banshi_city;
