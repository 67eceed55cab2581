-- SPDX-License-Identifier: MIT
create function rule.me() returns rule.actor
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v rule.actor;
begin
    select s.centre, s.id, s.login, s.name, s.department, s.role, s.party_member
    into v
    from banshi.staff as s
    where s.login = session_user
      and s.active;
    return v;
end
$$;
comment on function rule.me is 'The member of staff whose role this session has; null for others';
grant execute on function rule.me to banshi_client;
