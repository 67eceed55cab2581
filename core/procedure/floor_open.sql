-- SPDX-License-Identifier: MIT
-- A lead or supervisor opens a closed counter for somebody who is at no other and not away. The appearance self-check is asked
-- when they sign on there (norm 1.1). A lead has the own department's people.
create function api.floor_open(opid uuid, counter bigint, login text, reason text) returns setof api.counter
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'floor_open');
    v_reason text;
    v_counter banshi.counter;
    v_staff banshi.staff;
    v_elsewhere text;
begin
    if v_id is null then
        v_reason := rule.floor_reason(floor_open.reason, 'open', false);
        v_counter := rule.floor_counter(v_me, floor_open.counter);
        v_id := v_counter.id;
        v_staff := rule.staff_find(v_me, floor_open.login);
        if not rule.is_word('staff_role_desk', v_staff.role) or not rule.oversees(v_me, v_staff.department) then
            raise exception using errcode = 'BS002', message = concat_ws(' · ', 'staff', v_staff.name, v_staff.role);
        end if;
        if v_counter.state <> 'closed' then
            raise exception using errcode = 'BS004', message = 'counter · ' || v_counter.state;
        end if;
        if rule.absence_of(v_me.centre, v_staff.id, rule.today(v_me.centre)) is not null then
            raise exception using errcode = 'BS030', message = v_staff.name || ' · absent';
        end if;
        select l.label into v_elsewhere
        from banshi.counter as c
        join api.counter_label as l on l.centre = c.centre and l.counter = c.id
        where c.centre = v_me.centre
          and c.staff = v_staff.id;
        if found then
            raise exception using errcode = 'BS030', message = concat_ws(' · ', v_staff.name, 'elsewhere', v_elsewhere);
        end if;
        perform rule.partition_ensure(rule.today(v_me.centre));
        begin
            update banshi.counter as c
            set state = 'open',
                staff = v_staff.id,
                reason = v_reason,
                changed_by = v_me.id,
                since = rule.now()
            where c.centre = v_me.centre
              and c.id = v_id;
            insert into banshi.shift (centre, staff, counter, started_at, dress)
            values (v_me.centre, v_staff.id, v_id, rule.now(), '{}');
        exception
            when unique_violation then -- they have just signed on elsewhere
                raise exception using errcode = 'BS030', message = v_staff.name || ' · elsewhere';
        end;
        perform rule.record(v_me, v_id, 'counter', v_id, 'opened', v_staff.login, v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'counter', v_id, 0, v_id, v_counter.department, 'open');
    end if;
    return query select * from api.counter as c where c.id = v_id;
end
$$;
comment on function api.floor_open is 'Open a closed counter for somebody who is free';
grant execute on function api.floor_open to banshi_lead;
