-- SPDX-License-Identifier: MIT
-- Who could have a duty, best first: a shape without rows, which api.roster_candidate_list fills.
create view api.roster_candidate with (security_invoker = true) as
select null::bigint as staff,
       null::text as login,
       null::text as staff_name,
       null::bigint as duties,
       null::boolean as rests,
       null::text as counter_label
where false;
comment on view api.roster_candidate is 'Shape of those who could have a duty';
comment on column api.roster_candidate.duties is 'Duties of the last months';
comment on column api.roster_candidate.rests is 'On duty the working day before or after';
comment on column api.roster_candidate.counter_label is 'The counter they are at now';
