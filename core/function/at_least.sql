-- SPDX-License-Identifier: MIT
-- Each rank may what those before it may (core/word/staff_role.word). Devices have none.
create function rule.at_least(p_me rule.actor, p_rank text) returns boolean
    language sql immutable
    return coalesce(array_position(rule.words('staff_role_rank'), (p_me).role)
                    >= array_position(rule.words('staff_role_rank'), p_rank), false);
comment on function rule.at_least is 'Has somebody this rank, or a wider one?';
grant execute on function rule.at_least to banshi_clerk;
