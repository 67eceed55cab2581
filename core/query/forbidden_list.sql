-- SPDX-License-Identifier: MIT
-- Forbidden wordings.
select *
from api.forbidden
order by id
