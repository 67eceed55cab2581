-- SPDX-License-Identifier: MIT
-- Visits after closing time from day $1 to day $2 (null: today), those that go on first.
select *
from api.extension
where day between (select coalesce($1::date, rule.my_day()))
              and (select coalesce($2::date, rule.my_day()))
  and outcome <> 'withdrawn'
order by day, ended_at nulls first, started_at, id
