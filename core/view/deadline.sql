-- SPDX-License-Identifier: MIT
-- What is still to be done on cases and until when, a row for each duty. A reader limits next_due, which is indexed and is never
-- later than due, or due_published, which is too. One duty of a case can be certain while another is provisional.
create view api.deadline with (security_invoker = true) as
select c.id as case_id,
       c.number,
       c.state,
       c.applicant_name,
       i.name as item_name,
       d.name as department,
       s.name as staff_name,
       u.duty,
       u.due,
       c.next_due,
       c.due_published,
       c.due_published or rule.my_published(extract(year from u.due)::int) as published,
       c.staff = (select (rule.me()).id)
       or i.department = coalesce((select k.department from banshi.counter as k where k.id = (select rule.my_counter())),
                                  (select (rule.me()).department)) as mine
from banshi.case as c
cross join lateral (values ('tell', case when c.state = 'received' then c.tell_by end),
                           ('supplement', case when c.state = 'supplement' then c.supplement_by end),
                           ('promised', case when c.state in ('accepted', 'prolonged') then c.promised_due end),
                           ('statutory', case when c.state in ('accepted', 'prolonged') then c.statutory_due end),
                           ('resume', case when c.state = 'suspended' then c.resume_by end),
                           ('deliver', case when c.state = 'decided' then c.deliver_by end)) as u (duty, due)
join banshi.item as i on i.centre = c.centre and i.id = c.item
join banshi.department as d on d.centre = i.centre and d.id = i.department
join banshi.staff as s on s.centre = c.centre and s.id = c.staff
where c.centre = (select rule.my_centre())
  and c.next_due is not null
  and u.due is not null;
comment on view api.deadline is 'Duties on open cases';
grant select on api.deadline to banshi_clerk;
