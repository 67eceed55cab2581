-- SPDX-License-Identifier: MIT
-- Close one's counter and shift.
create function api.session_sign_off(opid uuid) returns setof api.session
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_counter banshi.counter;
begin
    if rule.operation_begin(v_me, opid, 'session_sign_off') is null then
        select * into v_counter
        from banshi.counter as c
        where c.centre = v_me.centre
          and c.staff = v_me.id
        for update;
        if not found then
            raise exception using errcode = 'BS006', message = 'not signed on';
        end if;
        perform rule.counter_close(v_me, v_counter);
        perform rule.operation_end(v_me, opid, v_counter.id);
    end if;
    return query select * from api.session;
end
$$;
comment on function api.session_sign_off is 'Close one''s counter and shift; refused while numbers are in hand or held';
grant execute on function api.session_sign_off to banshi_clerk;
