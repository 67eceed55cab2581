-- SPDX-License-Identifier: MIT
-- Why a ticket ($1) has its place.
select *
from api.ticket_why($1::bigint)
