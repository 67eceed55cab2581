-- SPDX-License-Identifier: MIT
-- Hours after closing time from day $1 to day $2, day by day.
select *
from api.extension_hours
where day between $1::date and $2::date
order by day, department, staff_name
