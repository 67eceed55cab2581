-- SPDX-License-Identifier: MIT
-- Cases that match $1, at most $2, newest first.
select *
from api.case_search($1, $2)
