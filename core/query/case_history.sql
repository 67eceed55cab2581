-- SPDX-License-Identifier: MIT
-- History of the case $1, oldest first.
select *
from api.case_event
where case_id = $1
order by id
