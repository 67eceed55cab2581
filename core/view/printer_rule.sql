-- SPDX-License-Identifier: MIT
-- Where documents are printed.
-- after: counter_label
create view api.printer_rule with (security_invoker = true) as
select r.counter,
       coalesce(l.label, '') as counter_label,
       r.kind,
       r.destination
from banshi.printer_rule as r
left join api.counter_label as l on l.centre = r.centre and l.counter = r.counter
where r.centre = (select rule.my_centre());
comment on view api.printer_rule is 'Where documents are printed';
grant select on api.printer_rule to banshi_clerk, banshi_kiosk;
