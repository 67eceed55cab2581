-- SPDX-License-Identifier: MIT
-- All departments by name.
select *
from api.department
order by name
