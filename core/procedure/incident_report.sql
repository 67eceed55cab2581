-- SPDX-License-Identifier: MIT
-- Report abuse or a dispute at one's own counter (norm 2.5). The floor shows it at once; leads of the department and supervisors
-- who are at a counter themselves get it there as a message.
create function api.incident_report(opid uuid, text text) returns setof api.incident
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'incident_report');
    v_text text;
    v_counter banshi.counter;
    v_other banshi.counter;
    v_label text;
begin
    if v_id is null then
        v_text := rule.text_plain('text', incident_report.text, 200);
        if v_text = '' then
            raise exception using errcode = 'BS015', message = 'incident';
        end if;
        v_counter := rule.counter_mine(v_me);
        insert into banshi.incident (centre, day, counter, ticket, staff, text, reported_at)
        values (v_me.centre, rule.today(v_me.centre), v_counter.id,
                coalesce((select t.number
                          from banshi.ticket as t
                          where t.centre = v_me.centre
                            and t.day = rule.today(v_me.centre)
                            and t.counter = v_counter.id
                            and t.state in ('called', 'serving')), ''),
                v_me.id, v_text, rule.now())
        returning id into v_id;
        select l.label into v_label from api.counter_label as l where l.centre = v_me.centre and l.counter = v_counter.id;
        for v_other in
            select c.*
            from banshi.counter as c
            join banshi.staff as s on s.centre = c.centre and s.id = c.staff
            where c.centre = v_me.centre
              and s.id <> v_me.id
              and rule.oversees(rule.actor_of(s), v_counter.department)
            order by c.id
        loop
            perform rule.message_write(v_me, opid, v_other, left(v_label || ' ' || v_text, 80));
        end loop;
        perform rule.record(v_me, v_counter.id, 'incident', v_id, 'reported', '', v_text);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'incident', v_id, p_counter => v_counter.id, p_state => 'reported');
    end if;
    return query select * from api.incident as i where i.id = v_id;
end
$$;
comment on function api.incident_report is 'Report abuse or a dispute at one''s own counter';
grant execute on function api.incident_report to banshi_clerk;
