-- SPDX-License-Identifier: MIT
-- Today's ticket by id ($1) or, with none, by number ($2).
select *
from api.ticket_show($1::bigint, $2::text)
