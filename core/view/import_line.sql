-- SPDX-License-Identifier: MIT
-- Reports of imports, line by line.
create view api.import_line with (security_invoker = true) as
select import,
       seq,
       outcome,
       line,
       key,
       reason
from banshi.import_line;
comment on view api.import_line is 'Reports of imports';
grant select on api.import_line to banshi_admin;
