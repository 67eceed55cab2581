-- SPDX-License-Identifier: MIT
-- What the database is: the number of its last schema file, the release that migrated it, the digest of what clients depend on,
-- that of all code. Its columns are for ever: programs of every release read them. Read with the owner's rights: nobody else reads
-- the table.
create view api.version as
select max(m.version) as schema,
       max(m.file) filter (where m.version = -1) as release,
       max(m.checksum) filter (where m.version = -1) as interface,
       max(m.checksum) filter (where m.version = 0) as code
from banshi.schema_migration as m;
comment on view api.version is 'Version of the database';
comment on column api.version.schema is 'Number of its last schema file';
comment on column api.version.release is 'Release that migrated it last';
comment on column api.version.interface is 'Digest of what clients depend on';
comment on column api.version.code is 'Digest of all code';
grant select on api.version to banshi_client;
