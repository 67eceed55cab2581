-- SPDX-License-Identifier: MIT
-- The text of the form $1.
select id, name, text as content
from banshi.material_form
where id = $1
