-- SPDX-License-Identifier: MIT
-- Whom one could ask to take one's duty ($1), and for which of theirs.
select *
from api.roster_swap_choice_list($1::bigint)
