-- SPDX-License-Identifier: MIT
-- A duty of the centre by its id.
create function rule.roster_duty_find(p_me rule.actor, p_duty bigint) returns banshi.roster_duty
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.roster_duty;
begin
    select * into v from banshi.roster_duty as d where d.centre = p_me.centre and d.id = p_duty;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'duty', p_duty);
    end if;
    return v;
end
$$;
comment on function rule.roster_duty_find is 'A duty of the centre by its id';
