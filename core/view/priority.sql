-- SPDX-License-Identifier: MIT
-- Priority classes (norm 2.6).
create view api.priority with (security_invoker = true) as
select p.code,
       p.name,
       p.letter,
       p.proof,
       extract(epoch from p.head_start)::bigint as head_start,
       p.position
from banshi.priority as p
where p.centre = (select rule.my_centre());
comment on view api.priority is 'Priority classes, with the seconds of their head start';
grant select on api.priority to banshi_client;
