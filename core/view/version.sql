-- SPDX-License-Identifier: MIT
-- Version of the schema: the number of its last file. Read with the owner's rights: nobody else reads the table.
create view api.version as
select max(m.version)::int as version
from banshi.schema_migration as m;
comment on view api.version is 'Version of the schema';
grant select on api.version to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
