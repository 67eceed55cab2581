-- SPDX-License-Identifier: MIT
-- All priority classes in their order.
select *
from api.priority
order by position, code
