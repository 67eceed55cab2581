-- SPDX-License-Identifier: MIT
-- What a publication ($2; 0: the next one) of the roster $1 changed.
select *
from api.roster_change
where roster = $1::bigint
  and version = $2::int
order by day, counter_label
