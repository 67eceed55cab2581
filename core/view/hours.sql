-- SPDX-License-Identifier: MIT
-- Opening hours by weekday, and those of single days.
create view api.hours with (security_invoker = true) as
select id,
       weekday,
       day,
       session,
       coalesce(to_char(opens, 'HH24:MI'), '') as opens,
       coalesce(to_char(closes, 'HH24:MI'), '') as closes
from banshi.hours
where centre = (select rule.my_centre());
comment on view api.hours is 'Opening hours';
grant select on api.hours to banshi_client;
