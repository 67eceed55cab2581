-- SPDX-License-Identifier: MIT
-- The printings of the document $1, oldest first.
select *
from api.document_print
where document = $1
order by n
