-- SPDX-License-Identifier: MIT
-- Who watches over a department, its counters and its people, and acts on them: its leads, supervisors over all.
-- after: at_least
create function rule.oversees(p_me rule.actor, p_department bigint) returns boolean
    language sql immutable
    return rule.at_least(p_me, 'supervisor')
           or coalesce(rule.at_least(p_me, 'lead') and (p_me).department = p_department, false);
comment on function rule.oversees is 'Does somebody watch over a department? Its leads do, and supervisors over all';
grant execute on function rule.oversees to banshi_clerk;
