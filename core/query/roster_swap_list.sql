-- SPDX-License-Identifier: MIT
-- Requests to swap duties of days to come, those that are open first.
select *
from api.roster_swap
where day >= (select rule.today(rule.my_centre()))
order by state not in ('asked', 'consented'), day, id
