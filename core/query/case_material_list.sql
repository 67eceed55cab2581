-- SPDX-License-Identifier: MIT
-- Materials of the case $1.
select *
from api.case_material
where case_id = $1
order by seq
