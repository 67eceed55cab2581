-- SPDX-License-Identifier: MIT
-- Phrases in the order of the steps.
select *
from api.phrase
order by position, id
