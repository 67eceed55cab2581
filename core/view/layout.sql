-- SPDX-License-Identifier: MIT
-- The layouts in use: the newest version of each kind.
create view api.layout with (security_invoker = true) as
select distinct on (l.kind)
       l.kind,
       l.version,
       l.title,
       l.own,
       l.body
from banshi.layout as l
where l.centre = (select rule.my_centre())
order by l.kind, l.version desc;
comment on view api.layout is 'Layouts in use';
grant select on api.layout to banshi_clerk;
