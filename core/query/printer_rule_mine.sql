-- SPDX-License-Identifier: MIT
-- Where documents of the kind $1 are printed at my counter; none: nobody has said.
select *
from api.printer_rule
where (counter is null or counter = rule.my_counter())
  and kind in ('', $1)
order by (counter is null), kind desc
limit 1
