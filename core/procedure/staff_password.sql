-- SPDX-License-Identifier: MIT
-- Give a member of staff a new password, oneself or as an administrator. Only a SCRAM verifier comes here, never the
-- password.
create function api.staff_password(opid uuid, login text, verifier text) returns setof api.staff
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_staff banshi.staff;
    v_id bigint := rule.operation_begin(v_me, opid, 'staff_password');
begin
    if v_id is null then
        if not rule.at_least(v_me, 'admin') and v_me.login <> staff_password.login then
            raise exception using errcode = 'BS002', message = 'password · ' || staff_password.login;
        end if;
        select * into v_staff
        from banshi.staff as s
        where s.centre = v_me.centre
          and s.login = staff_password.login
        for update;
        if not found then
            raise exception using errcode = 'BS003', message = 'login · ' || staff_password.login;
        end if;
        if not rule.login_ours(v_staff.login, true) then
            raise exception using errcode = 'BS002', message = 'password · ' || v_staff.login;
        end if;
        -- from PostgreSQL 16 on a server says how many rounds it wants (scram_iterations)
        if verifier is null
           or verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$'
           or substring(verifier from '^SCRAM-SHA-256\$([0-9]{4,7}):')::int not between 4096 and 1000000 then
            raise exception using errcode = 'BS001', message = 'password';
        end if;
        perform rule.login_password(v_staff.login, verifier);
        v_id := v_staff.id;
        perform rule.record(v_me, null, 'staff', v_id, 'password');
        perform rule.operation_end(v_me, opid, v_id);
    end if;
    return query select * from api.staff as s where s.id = v_id;
end
$$;
comment on function api.staff_password is 'Set the password of a member of staff from its verifier';
grant execute on function api.staff_password to banshi_clerk;
