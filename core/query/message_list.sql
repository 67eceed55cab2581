-- SPDX-License-Identifier: MIT
-- Messages of day $1 (null: today) that the session may see.
select *
from api.message
where day = (select coalesce($1::date, rule.my_day()))
order by sent_at, id
