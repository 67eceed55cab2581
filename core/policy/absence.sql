-- SPDX-License-Identifier: MIT
-- Why somebody is away is for themselves and the leads.
create policy own on banshi.absence as restrictive for select to banshi_clerk
    using (staff = (select (rule.me()).id) or (select rule.at_least(rule.me(), 'lead')));
create trigger absence_duties after insert on banshi.absence for each row execute function rule.absence_vacate();
grant select on banshi.absence to banshi_clerk;
