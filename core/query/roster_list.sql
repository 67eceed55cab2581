-- SPDX-License-Identifier: MIT
-- Rosters, the newest month first.
select *
from api.roster
order by month desc, kind
