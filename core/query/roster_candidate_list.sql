-- SPDX-License-Identifier: MIT
-- Who could have a duty ($1), best first.
select *
from api.roster_candidate_list($1::bigint)
