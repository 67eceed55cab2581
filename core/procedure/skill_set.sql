-- SPDX-License-Identifier: MIT
-- Say that somebody can serve a queue, or cannot; null: what follows from where they work.
create function api.skill_set(opid uuid, login text, queue text, able boolean) returns setof api.skill
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'skill_set');
    v_queue bigint;
begin
    if v_id is null then
        v_id := (rule.staff_find(v_me, skill_set.login)).id;
        select q.id into v_queue from banshi.queue as q where q.centre = v_me.centre and q.code = upper(skill_set.queue);
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'queue', skill_set.queue);
        end if;
        if skill_set.able is null then
            delete from banshi.staff_skill as k where k.centre = v_me.centre and k.staff = v_id and k.queue = v_queue;
        else
            insert into banshi.staff_skill (centre, staff, queue, able) values (v_me.centre, v_id, v_queue, skill_set.able)
            on conflict on constraint staff_skill_pkey do update set able = excluded.able;
        end if;
        perform rule.record(v_me, null, 'staff', v_id, 'skill', concat_ws(' · ', upper(skill_set.queue), skill_set.able));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.skill_list(skill_set.login);
end
$$;
comment on function api.skill_set is 'Say that somebody can serve a queue, or cannot';
grant execute on function api.skill_set to banshi_lead;
