-- SPDX-License-Identifier: MIT
create function rule.incident_seen(p_incident banshi.incident) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    return v_me.centre = p_incident.centre
        and (v_me.id = p_incident.staff
             or rule.oversees_counter(v_me, p_incident.counter));
end
$$;
comment on function rule.incident_seen is
    'May the session see an incident? Who reported it, the department''s leads, supervisors';
grant execute on function rule.incident_seen to banshi_clerk;
