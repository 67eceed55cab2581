-- SPDX-License-Identifier: MIT
-- A duty of the centre by its id.
create or replace function banshi.roster_duty_find(p_me banshi.staff, p_duty bigint) returns banshi.roster_duty
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
comment on function banshi.roster_duty_find(banshi.staff, bigint) is 'A duty of the centre by its id';
revoke execute on function banshi.roster_duty_find(banshi.staff, bigint) from public;
