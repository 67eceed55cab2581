-- SPDX-License-Identifier: MIT
-- The layouts in use, or that of the kind $1.
select *
from api.layout
where $1::text is null or kind = $1
order by kind
