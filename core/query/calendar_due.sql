-- SPDX-License-Identifier: MIT
-- A deadline: start ($1) + n ($2) units ($3).
select $1::date as start,
       d.due,
       d.published,
       d.note
from rule.my_deadline($1::date, $2::int, $3::text) as d
