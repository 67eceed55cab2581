-- SPDX-License-Identifier: MIT
-- What a citizen sees of a counter: its number, with the department when several departments use the number.
create view api.counter_label with (security_invoker = true) as
select c.centre,
       c.id as counter,
       case when exists (select
                         from banshi.counter as o
                         where o.centre = c.centre
                           and o.number = c.number
                           and o.department <> c.department)
            then d.name || c.number
            else c.number
       end as label
from banshi.counter as c
join banshi.department as d on d.centre = c.centre and d.id = c.department;
comment on view api.counter_label is 'What a citizen sees of a counter';
grant select on api.counter_label to banshi_client;
