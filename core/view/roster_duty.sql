-- SPDX-License-Identifier: MIT
-- Duties: where, when, who, and whether they are there.
-- after: counter_label
create view api.roster_duty with (security_invoker = true) as
select d.id,
       d.roster,
       r.kind,
       k.name as kind_name,
       d.day,
       d.counter,
       l.label as counter_label,
       c.name as counter_name,
       lower(d.time) as starts,
       upper(d.time) as ends,
       to_char(lower(d.time) at time zone z.time_zone, 'HH24:MI') as opens,
       to_char(upper(d.time) at time zone z.time_zone, 'HH24:MI') as closes,
       d.staff,
       coalesce(s.login, '') as login,
       coalesce(s.name, '') as staff_name,
       d.published,
       coalesce(p.name, '') as published_name,
       coalesce(i.name, '') as instead_of,
       case when d.checked_in_at is not null
            then case when d.checked_in_at > case when m.expected_at > lower(d.time) then m.missing_at else lower(d.time) end
                      then 'late'
                      else 'checked in'
                 end
            when r.version = 0 then case when d.staff is null then 'vacant' else 'planned' end
            when d.published is null then 'vacant'
            when d.staff is null and d.cause = 'absent' and rule.now() < upper(d.time) then 'absent'
            when rule.now() < lower(d.time) then 'planned'
            when rule.now() < m.missing_at then 'expected'
            else 'not there'
       end as state,
       m.missing_at,
       d.checked_in_at,
       d.cause,
       d.override,
       d.version,
       coalesce(x.name, '') as changed_by
from banshi.roster_duty as d
join banshi.centre as z on z.id = d.centre
join banshi.roster as r on r.centre = d.centre and r.id = d.roster
join banshi.roster_kind as k on k.centre = r.centre and k.code = r.kind
join banshi.counter as c on c.centre = d.centre and c.id = d.counter
join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
left join banshi.staff as s on s.centre = d.centre and s.id = d.staff
left join banshi.staff as p on p.centre = d.centre and p.id = d.published
left join banshi.staff as i on i.centre = d.centre and i.id = d.instead_of
left join banshi.staff as x on x.centre = d.centre and x.id = d.changed_by
cross join lateral (select e.at as expected_at, e.at + k.grace as missing_at
                    from (select greatest(lower(d.time), d.assigned_at) as at) as e) as m
where d.centre = (select rule.my_centre());
comment on view api.roster_duty is 'Duties';
comment on column api.roster_duty.staff is 'As planned';
comment on column api.roster_duty.published is 'As published';
comment on column api.roster_duty.missing_at is
    'When who has not come is missing: the grace after the beginning, or after a stand-in got it';
comment on column api.roster_duty.state is 'vacant, planned, expected (the time has come), checked in, late (came late), '
    'not there, absent (an absence was noted since it was published)';
grant select on api.roster_duty to banshi_clerk;
