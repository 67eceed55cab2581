-- SPDX-License-Identifier: MIT
-- Queues that the person of a login can serve, or everybody.
create function api.skill_list(login text) returns setof api.skill
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    return query
    select s.id, s.login, s.name, q.code, q.name, k.given
    from rule.skills(v_me.centre) as k
    join banshi.staff as s on s.centre = v_me.centre and s.id = k.staff
    join banshi.queue as q on q.centre = v_me.centre and q.id = k.queue
    where coalesce(s.login = skill_list.login, true)
    order by s.id, q.code;
end
$$;
comment on function api.skill_list is 'Queues that the person of a login can serve, or everybody';
grant execute on function api.skill_list to banshi_clerk;
