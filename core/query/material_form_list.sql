-- SPDX-License-Identifier: MIT
-- Forms of the item $1, in the order of its materials; blank ones first.
select *
from api.material_form
where item = $1
order by seq = 0, seq, kind, name
