-- SPDX-License-Identifier: MIT
-- What the plan of a kind ($1) and month ($2) is made from.
select *
from api.roster_input($1, $2::date)
