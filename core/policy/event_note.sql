-- SPDX-License-Identifier: MIT
-- What was said of a visit, a case or an item; the notes of other concepts are read where these are.
create policy concept on banshi.event_note as restrictive for select to banshi_clerk using (concept in ('ticket', 'case', 'item'));
grant select on banshi.event_note to banshi_clerk;
