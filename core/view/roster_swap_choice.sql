-- SPDX-License-Identifier: MIT
-- Colleagues who could take a duty of one's own, and for what: a shape without rows, which api.roster_swap_choice_list fills.
create view api.roster_swap_choice with (security_invoker = true) as
select null::bigint as staff,
       null::text as login,
       null::text as staff_name,
       null::bigint as other,
       null::date as other_day,
       null::text as other_label
where false;
comment on view api.roster_swap_choice is 'Shape of those who could be asked for a swap';
comment on column api.roster_swap_choice.other is 'The colleague''s duty that could be taken for it; null: nothing in return';
