-- SPDX-License-Identifier: MIT
-- A duty to be changed, locked; refused when somebody has changed it since the version that the caller saw (null: any).
create function rule.roster_duty_lock(p_me rule.actor, p_duty bigint, p_version bigint) returns banshi.roster_duty
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.roster_duty;
begin
    -- one change of a roster after another: two people who change places twice at once would wait for each other
    perform from banshi.roster as r
    where r.centre = p_me.centre
      and r.id = (select d.roster from banshi.roster_duty as d where d.centre = p_me.centre and d.id = p_duty)
    for no key update;
    select * into v from banshi.roster_duty as d where d.centre = p_me.centre and d.id = p_duty for update;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'duty', p_duty);
    end if;
    if v.version <> p_version then
        raise exception using errcode = 'BS031', message =
            (select concat_ws(' · ', l.label, v.day, coalesce(s.name, 'vacant'), 'by', c.name)
             from api.counter_label as l
             join banshi.staff as c on c.centre = v.centre and c.id = v.changed_by
             left join banshi.staff as s on s.centre = v.centre and s.id = v.staff
             where l.centre = v.centre
               and l.counter = v.counter);
    end if;
    return v;
end
$$;
comment on function rule.roster_duty_lock is 'A duty to be changed, in the version that was seen';
