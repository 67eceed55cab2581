-- SPDX-License-Identifier: MIT
-- Documents of the case $1, oldest first.
select *
from api.document
where case_id = $1
order by id
