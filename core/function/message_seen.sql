-- SPDX-License-Identifier: MIT
create function rule.message_seen(p_message banshi.message) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    return v_me.centre = p_message.centre
        and (v_me.id in (p_message.sender, p_message.staff)
             or rule.oversees_counter(v_me, p_message.counter));
end
$$;
comment on function rule.message_seen is
    'May the session see a message? Who sent or gets it, the department''s leads, supervisors';
grant execute on function rule.message_seen to banshi_clerk;
