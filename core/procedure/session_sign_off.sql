-- SPDX-License-Identifier: MIT
-- Close one's counter and shift.
create function api.session_sign_off(opid uuid) returns setof api.session
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_counter banshi.counter;
begin
    if banshi.operation_begin(v_me, opid, 'session_sign_off') is null then
        select * into v_counter
        from banshi.counter as c
        where c.centre = v_me.centre
          and c.staff = v_me.id
        for update;
        if not found then
            raise exception using errcode = 'BS006', message = 'not signed on';
        end if;
        perform banshi.counter_close(v_me, v_counter);
        perform banshi.operation_end(v_me, opid, v_counter.id);
    end if;
    return query select * from api.session;
end
$$;
comment on function api.session_sign_off(uuid) is 'Close one''s counter and shift; refused while numbers are in hand or held';
revoke execute on function api.session_sign_off(uuid) from public;
grant execute on function api.session_sign_off(uuid) to banshi_clerk;
