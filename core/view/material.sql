-- SPDX-License-Identifier: MIT
-- Materials of service items.
create view api.material with (security_invoker = true) as
select item,
       seq,
       name,
       form,
       originals,
       copies,
       required,
       standard,
       source
from banshi.material;
comment on view api.material is 'Materials of service items';
grant select on api.material to banshi_client;
