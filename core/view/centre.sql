-- SPDX-License-Identifier: MIT
-- Settings of the centre.
create view api.centre with (security_invoker = true) as
select id,
       name,
       organ,
       organ_short,
       region,
       time_zone,
       phone,
       address,
       review_body,
       court,
       number_pattern,
       recall_limit,
       supplement_days,
       restore_policy,
       restore_after,
       issue_policy,
       issue_early,
       idle_minutes,
       wait_warn,
       wait_limit,
       form_limit
from banshi.centre;
comment on view api.centre is 'Settings of the centre';
grant select on api.centre to banshi_client;
