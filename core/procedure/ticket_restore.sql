-- SPDX-License-Identifier: MIT
-- Bring a skipped number back to its line, where the centre's policy says: in its place, behind some people, or as a
-- newcomer; never earlier than it was.
create function api.ticket_restore(opid uuid, ticket bigint) returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_restore');
    v_ticket banshi.ticket;
    v_centre banshi.centre;
    v_sort_at timestamptz;
begin
    if v_id is null then
        v_ticket := rule.ticket_find(v_me, ticket_restore.ticket, array['skipped']);
        perform rule.ticket_allowed(v_me, v_ticket);
        v_id := v_ticket.id;
        select * into strict v_centre from banshi.centre as c where c.id = v_me.centre;
        v_sort_at := v_ticket.sort_at;
        if v_centre.restore_policy = 'defer' and v_centre.restore_after > 0 then
            select t.sort_at + interval '1 microsecond' into v_sort_at
            from banshi.ticket as t
            where t.centre = v_ticket.centre
              and t.day = v_ticket.day
              and t.queue = v_ticket.queue
              and t.state = 'waiting'
              and t.target is null
            order by t.sort_at, t.id
            offset v_centre.restore_after - 1
            limit 1;
            v_sort_at := greatest(v_ticket.sort_at, coalesce(v_sort_at, rule.ticket_end_of_line(v_ticket)));
        elsif v_centre.restore_policy = 'end' then
            v_sort_at := rule.ticket_end_of_line(v_ticket);
        end if;
        v_ticket := rule.ticket_wait(v_ticket, v_ticket.queue, v_ticket.target, v_sort_at);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_acted(v_me, rule.my_counter(), v_ticket, 'restored', v_centre.restore_policy);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_restore is 'Bring a skipped number back to its line';
grant execute on function api.ticket_restore to banshi_clerk;
