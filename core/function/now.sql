-- SPDX-License-Identifier: MIT
create function rule.now() returns timestamptz
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- tests move the clock through a role that production does not have
    if coalesce(current_setting('banshi.clock', true), '') = ''
       or not exists (select from pg_roles where rolname = 'banshi_clock' and pg_has_role(session_user, oid, 'member')) then
        return now();
    end if;
    return current_setting('banshi.clock')::timestamptz;
end
$$;
comment on function rule.now is 'The server''s time; members of the role banshi_clock may set banshi.clock';
grant execute on function rule.now to banshi_client;
