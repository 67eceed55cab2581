-- SPDX-License-Identifier: MIT
create trigger event_append_only before update or delete on banshi.event
    for each row execute function rule.event_refuse_change();
revoke update, delete on banshi.event from banshi_procedure;
grant select on banshi.event to banshi_clerk;
grant select on banshi.event to banshi_city;
