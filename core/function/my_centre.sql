-- SPDX-License-Identifier: MIT
create function rule.my_centre() returns bigint
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select s.centre from banshi.staff as s where s.login = session_user and s.active);
end
$$;
comment on function rule.my_centre is 'Centre of the session; row-level security compares with it';
grant execute on function rule.my_centre to banshi_client;
