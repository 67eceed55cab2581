-- SPDX-License-Identifier: MIT
-- Somebody will not be there: leave, training, or a weekday of part-time work. Duties they have are vacancies to be seen to.
create function api.absence_add(opid uuid, login text, kind text, first date, last date, weekday int, note text)
    returns setof api.absence
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'absence_add');
    v_last date := coalesce(absence_add.last, absence_add.first);
begin
    if v_id is null then
        if not rule.is_word('absence_kind', absence_add.kind) then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'kind', absence_add.kind);
        end if;
        if absence_add.first is null or v_last < absence_add.first then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'day', absence_add.first, v_last);
        end if;
        if (absence_add.kind = 'part_time') <> (absence_add.weekday is not null) or absence_add.weekday not between 1 and 7 then
            raise exception using errcode = 'BS001', message = concat_ws(' · ', 'weekday', absence_add.weekday);
        end if;
        insert into banshi.absence as a (centre, staff, kind, first, last, weekday, note)
        values (v_me.centre, (rule.staff_find(v_me, absence_add.login)).id, absence_add.kind, absence_add.first, v_last,
                absence_add.weekday, rule.text_plain('note', absence_add.note, 100))
        returning a.id into v_id;
        perform rule.record(v_me, null, 'absence', v_id, 'added', absence_add.kind);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.absence as a where a.id = v_id;
end
$$;
comment on function api.absence_add is 'Somebody will not be there';
grant execute on function api.absence_add to banshi_lead;
