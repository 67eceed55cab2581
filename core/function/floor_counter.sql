-- SPDX-License-Identifier: MIT
-- A counter that a lead (of the own department) or a supervisor is about to change, locked.
create function rule.floor_counter(p_me rule.actor, p_counter bigint) returns banshi.counter
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.counter;
begin
    select * into v from banshi.counter as c where c.centre = p_me.centre and c.id = p_counter for update;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'counter', p_counter);
    end if;
    if not rule.oversees(p_me, v.department) then
        raise exception using errcode = 'BS002', message =
            (select concat_ws(' · ', 'counter', l.label, d.name)
             from api.counter_label as l
             join banshi.department as d on d.centre = l.centre and d.id = v.department
             where l.centre = v.centre
               and l.counter = v.id);
    end if;
    return v;
end
$$;
comment on function rule.floor_counter is 'A counter that a lead or supervisor may change, locked';
