-- SPDX-License-Identifier: MIT
-- Report abuse or a dispute at one's own counter (norm 2.5). The floor shows it at once; leads of the department and supervisors
-- who are at a counter themselves get it there as a message.
-- after: counter_mine, floor_may, message_write
create function api.incident_report(opid uuid, text text) returns setof api.incident
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'incident_report');
    v_text text;
    v_counter banshi.counter;
    v_other banshi.counter;
    v_label text;
begin
    if v_id is null then
        v_text := banshi.text_plain('text', incident_report.text, 200);
        if v_text = '' then
            raise exception using errcode = 'BS015', message = 'incident';
        end if;
        v_counter := banshi.counter_mine(v_me);
        insert into banshi.incident (centre, day, counter, ticket, staff, text, reported_at)
        values (v_me.centre, banshi.today(v_me.centre), v_counter.id,
                coalesce((select t.number
                          from banshi.ticket as t
                          where t.centre = v_me.centre
                            and t.day = banshi.today(v_me.centre)
                            and t.counter = v_counter.id
                            and t.state in ('called', 'serving')), ''),
                v_me.id, v_text, banshi.now())
        returning id into v_id;
        select l.label into v_label from api.counter_label as l where l.centre = v_me.centre and l.counter = v_counter.id;
        for v_other in
            select c.*
            from banshi.counter as c
            join banshi.staff as s on s.centre = c.centre and s.id = c.staff
            where c.centre = v_me.centre
              and s.id <> v_me.id
              and banshi.floor_may(s, v_counter.department)
            order by c.id
        loop
            perform banshi.message_write(v_me, opid, v_other, left(v_label || ' ' || v_text, 80));
        end loop;
        perform banshi.record(v_me, v_counter.id, 'incident', v_id, 'reported', v_text);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'incident');
    end if;
    return query select * from api.incident as i where i.id = v_id;
end
$$;
comment on function api.incident_report(uuid, text) is 'Report abuse or a dispute at one''s own counter';
revoke execute on function api.incident_report(uuid, text) from public;
grant execute on function api.incident_report(uuid, text) to banshi_clerk;
