-- SPDX-License-Identifier: MIT
-- Take up a number that my counter holds, without queueing: held → serving.
create function api.ticket_resume(opid uuid, ticket bigint) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_resume');
    v_counter banshi.counter;
    v_ticket banshi.ticket;
begin
    if v_id is null then
        v_counter := rule.counter_ready(v_me);
        v_ticket := rule.ticket_find(v_me, ticket_resume.ticket, array['held']);
        if v_ticket.counter <> v_counter.id then
            raise exception using errcode = 'BS002', message = v_ticket.number || ' · '
                || (select l.label from api.counter_label as l
                    where l.centre = v_ticket.centre and l.counter = v_ticket.counter);
        end if;
        v_id := v_ticket.id;
        begin
            update banshi.ticket as t
            set state = 'serving',
                held_seconds = t.held_seconds + extract(epoch from rule.now() - t.held_at)::int,
                held_at = null
            where t.centre = v_ticket.centre
              and t.day = v_ticket.day
              and t.id = v_id
            returning * into v_ticket;
        exception
            when unique_violation then
                raise exception using errcode = 'BS005', message = '';
        end;
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_acted(v_me, v_counter.id, v_ticket, 'resumed');
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_resume is 'Take up a held number';
grant execute on function api.ticket_resume to banshi_clerk;
