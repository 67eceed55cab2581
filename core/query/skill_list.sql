-- SPDX-License-Identifier: MIT
-- Queues that the person of a login ($1, null: everybody) can serve.
select *
from api.skill_list($1)
