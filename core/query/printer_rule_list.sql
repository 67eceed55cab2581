-- SPDX-License-Identifier: MIT
-- Where documents are printed, the most exact rules first.
select *
from api.printer_rule
order by counter nulls last, kind desc
