-- SPDX-License-Identifier: MIT
create policy seen on banshi.incident as restrictive for select to banshi_clerk using (rule.incident_seen(incident));
grant select on banshi.incident to banshi_clerk;
