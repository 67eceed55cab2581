-- SPDX-License-Identifier: MIT
create policy seen on banshi.message as restrictive for select to banshi_clerk using (rule.message_seen(message));
grant select on banshi.message to banshi_clerk;
