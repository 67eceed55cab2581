-- SPDX-License-Identifier: MIT
-- Service items in force, with the queue of their tickets and whether the session's counter serves it.
create view api.item with (security_invoker = true) as
select i.id,
       i.code,
       i.name,
       d.name as department,
       i.heading as "group",
       i.kind,
       i.subject,
       i.conditions,
       i.legal_basis,
       i.statutory,
       i.promised,
       i.statutory_unit,
       i.promised_unit,
       i.fee,
       i.fee_basis,
       i.queue,
       q.name as queue_name,
       qc.queue is not null as mine
from banshi.item as i
join banshi.department as d on d.centre = i.centre and d.id = i.department
join banshi.queue as q on q.centre = i.centre and q.id = i.queue
left join banshi.queue_counter as qc on qc.centre = i.centre and qc.queue = i.queue
     and qc.counter = (select rule.my_counter())
where i.active;
comment on view api.item is 'Service items in force';
grant select on api.item to banshi_client;
