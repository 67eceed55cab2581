-- SPDX-License-Identifier: MIT
-- Set a session of a weekday or a day; without times, take it away. The first session of a day replaces its weekday's.
create function api.hours_set(opid uuid, day date, weekday int, session text, opens text, closes text) returns setof api.hours
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'hours_set');
    v_opens time;
    v_closes time;
    v_other text; -- the session that is in the way
begin
    if v_id is null then
        if (hours_set.day is null) = (hours_set.weekday is null) or hours_set.weekday not between 1 and 7 then
            raise exception using errcode = 'BS001', message = 'day';
        end if;
        if not rule.is_word('hours_session', hours_set.session)
           or (hours_set.session = 'closed' and (hours_set.day is null or hours_set.opens is not null)) then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'session', hours_set.session);
        end if;
        if concat(hours_set.opens, hours_set.closes) !~ '^(([01][0-9]|2[0-3]):[0-5][0-9]){2}$'
           and (hours_set.opens is not null or hours_set.closes is not null) then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'time', hours_set.opens, hours_set.closes);
        end if;
        v_opens := hours_set.opens;
        v_closes := hours_set.closes;
        if v_opens >= v_closes then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'time', hours_set.opens, hours_set.closes);
        end if;
        perform from banshi.centre as c where c.id = v_me.centre for update;
        delete from banshi.hours as h
        where h.centre = v_me.centre
          and (h.day = hours_set.day or h.weekday = hours_set.weekday)
          and (h.session in (hours_set.session, 'closed') or hours_set.session = 'closed');
        select concat_ws(' · ', h.session, to_char(h.opens, 'HH24:MI'), to_char(h.closes, 'HH24:MI')) into v_other
        from banshi.hours as h
        where h.centre = v_me.centre
          and (h.day = hours_set.day or h.weekday = hours_set.weekday)
          and h.opens < v_closes
          and v_opens < h.closes
        order by h.opens
        limit 1;
        if found then
            raise exception using errcode = 'BS001', message = 'time · overlaps · ' || v_other;
        end if;
        if v_opens is not null or hours_set.session = 'closed' then
            insert into banshi.hours (centre, day, weekday, session, opens, closes)
            values (v_me.centre, hours_set.day, hours_set.weekday, hours_set.session, v_opens, v_closes);
        end if;
        v_id := v_me.centre;
        perform rule.record(v_me, null, 'hours', v_id, 'set',
                            concat_ws(' · ', hours_set.day, hours_set.weekday, hours_set.session, hours_set.opens,
                                      hours_set.closes));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'hours');
    end if;
    return query
    select *
    from api.hours as h
    where h.day = hours_set.day
       or h.weekday = hours_set.weekday
    order by h.opens;
end
$$;
comment on function api.hours_set is 'Set a session of a weekday or of one day';
grant execute on function api.hours_set to banshi_supervisor;
