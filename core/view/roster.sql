-- SPDX-License-Identifier: MIT
-- Rosters, with what is open in them and what has changed since they were published.
create view api.roster with (security_invoker = true) as
select r.id,
       r.kind,
       k.name as kind_name,
       r.month,
       r.draft,
       r.version,
       r.published_at,
       coalesce(s.name, '') as published_by,
       d.duties,
       d.vacancies,
       d.changes
from banshi.roster as r
join banshi.roster_kind as k on k.centre = r.centre and k.code = r.kind
left join banshi.staff as s on s.centre = r.centre and s.id = r.published_by
cross join lateral (select count(*) as duties,
                           count(*) filter (where d.staff is null) as vacancies,
                           count(*) filter (where d.staff is distinct from d.published) as changes
                    from banshi.roster_duty as d
                    where d.centre = r.centre
                      and d.roster = r.id) as d;
comment on view api.roster is 'Rosters';
grant select on api.roster to banshi_clerk;
