-- SPDX-License-Identifier: MIT
-- Why somebody has a duty ($1).
select *
from api.roster_why($1::bigint)
