-- SPDX-License-Identifier: MIT
-- Forbidden wordings in $1.
select *
from api.phrase_check($1)
