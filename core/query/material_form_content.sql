-- SPDX-License-Identifier: MIT
-- The file of the form $1: a piece of $3 bytes from the byte $2 on, as base64 in one line.
select f.id,
       f.name,
       f.type,
       f.size,
       f.hash,
       translate(encode(substr(c.content, $2::int + 1, $3::int), 'base64'), E'\n', '') as content
from banshi.material_form as f
join banshi.material_form_content as c on c.centre = f.centre and c.form = f.id
where f.id = $1
