-- SPDX-License-Identifier: MIT
create function rule.roster_refusal(p_duty banshi.roster_duty) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text;
    v_text text;
begin
    select s.name into v_name
    from banshi.staff as s
    where s.centre = p_duty.centre
      and s.id = p_duty.staff
      and s.active;
    if not found then
        return concat_ws(' · ', 'staff', p_duty.staff);
    end if;
    v_text := rule.absence_of(p_duty.centre, p_duty.staff, p_duty.day);
    if v_text is not null then
        return concat_ws(' · ', v_name, v_text, p_duty.day);
    end if;
    select string_agg(q.name, '、' order by q.code) into v_text
    from banshi.queue_counter as qc
    join banshi.queue as q on q.centre = qc.centre and q.id = qc.queue
    where qc.centre = p_duty.centre
      and qc.counter = p_duty.counter
      and qc.lag = '0'
      and qc.queue not in (select k.queue from rule.skills(p_duty.centre, p_duty.staff) as k);
    if v_text is not null then
        return concat_ws(' · ', v_name, 'unskilled', v_text);
    end if;
    return null;
end
$$;
comment on function rule.roster_refusal is 'Why a duty cannot be this person''s, null when it can';
