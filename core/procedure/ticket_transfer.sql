-- SPDX-License-Identifier: MIT
-- Pass the number in hand to another queue, or to one counter that alone may call it then; it keeps its place in time, or
-- joins as a newcomer.
create function api.ticket_transfer(opid uuid, queue bigint, counter bigint, keep_place boolean, reason text)
    returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_transfer');
    v_mine bigint;
    v_ticket banshi.ticket;
    v_target banshi.counter;
    v_to text;
    v_reason text;
begin
    if v_id is null then
        v_reason := rule.text_plain('reason', ticket_transfer.reason);
        if num_nonnulls(ticket_transfer.queue, ticket_transfer.counter) <> 1 or keep_place is null then
            raise exception using errcode = 'BS001', message = 'queue · counter';
        end if;
        v_mine := (rule.counter_mine(v_me)).id;
        if ticket_transfer.queue is not null then
            select q.name into v_to from banshi.queue as q where q.centre = v_me.centre and q.id = ticket_transfer.queue;
            if not found then
                raise exception using errcode = 'BS003', message = 'queue · ' || ticket_transfer.queue;
            end if;
        else
            select * into v_target
            from banshi.counter as c
            where c.centre = v_me.centre
              and c.id = ticket_transfer.counter
            for key share;
            if not found then
                raise exception using errcode = 'BS003', message = 'counter · ' || ticket_transfer.counter;
            end if;
            select l.label into v_to
            from api.counter_label as l
            where l.centre = v_target.centre
              and l.counter = v_target.id;
            if v_target.state = 'closed' or v_target.id = v_mine then
                raise exception using errcode = 'BS006', message =
                    v_to || ' · ' || case when v_target.id = v_mine then 'your own counter' else v_target.state end;
            end if;
        end if;
        v_ticket := rule.ticket_in_hand(v_me, v_mine, array['called', 'serving']);
        v_id := v_ticket.id;
        perform rule.ticket_wait(v_ticket, coalesce(ticket_transfer.queue, v_ticket.queue), v_target.id,
                                 case when keep_place then v_ticket.sort_at
                                      else rule.ticket_end_of_line(v_ticket)
                                 end);
        perform rule.ticket_remark(v_ticket, v_reason);
        perform rule.record(v_me, v_mine, 'ticket', v_id, 'transferred',
                            concat_ws(' · ', v_to, case when keep_place then 'keep' else 'end' end), v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.ticket_changed(v_ticket);
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_transfer is 'Pass the number in hand to another queue or to one counter';
grant execute on function api.ticket_transfer to banshi_clerk;
