-- SPDX-License-Identifier: MIT
-- Requests to swap duties of days to come, those that are open first.
select *
from api.roster_swap
where day >= (select rule.my_day())
order by state not in ('asked', 'consented'), day, id
