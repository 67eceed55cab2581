-- SPDX-License-Identifier: MIT
-- Pass the number in hand to another queue, or to one counter that alone may call it then; it keeps its place in time, or
-- joins as a newcomer.
create function api.ticket_transfer(opid uuid, queue bigint, counter bigint, keep_place boolean, reason text)
    returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
    v_ticket banshi.ticket;
    v_target banshi.counter;
    v_to text;
    v_reason text;
begin
    if num_nonnulls(ticket_transfer.queue, ticket_transfer.counter) <> 1 or keep_place is null then
        raise exception using errcode = 'BS001', message = 'queue · counter';
    end if;
    v := rule.ticket_act(opid, 'ticket_transfer', array['called', 'serving']);
    v_ticket := v.ticket;
    if v.again then
        return query select * from rule.ticket_answer(v.me, v_ticket.id);
        return;
    end if;
    v_reason := rule.text_plain('reason', ticket_transfer.reason);
    if ticket_transfer.queue is not null then
        select q.name into v_to from banshi.queue as q where q.centre = v_ticket.centre and q.id = ticket_transfer.queue;
        if not found then
            raise exception using errcode = 'BS003', message = 'queue · ' || ticket_transfer.queue;
        end if;
    else
        select * into v_target
        from banshi.counter as c
        where c.centre = v_ticket.centre
          and c.id = ticket_transfer.counter
        for key share;
        if not found then
            raise exception using errcode = 'BS003', message = 'counter · ' || ticket_transfer.counter;
        end if;
        select l.label into v_to
        from api.counter_label as l
        where l.centre = v_target.centre
          and l.counter = v_target.id;
        if v_target.state = 'closed' or v_target.id = v_ticket.counter then
            raise exception using errcode = 'BS006', message =
                v_to || ' · ' || case when v_target.id = v_ticket.counter then 'your own counter' else v_target.state end;
        end if;
    end if;
    v_ticket := rule.ticket_wait(v_ticket, coalesce(ticket_transfer.queue, v_ticket.queue), v_target.id,
                                 case when keep_place then v_ticket.sort_at
                                      else rule.ticket_end_of_line(v_ticket)
                                 end);
    perform rule.ticket_remark(v_ticket, v_reason);
    perform rule.ticket_acted(v.me, (v.ticket).counter, v_ticket, 'transferred',
                              concat_ws(' · ', v_to, case when keep_place then 'keep' else 'end' end), v_reason);
    return query select * from rule.ticket_answer(v.me, v_ticket.id, v_ticket.day);
end
$$;
comment on function api.ticket_transfer is 'Pass the number in hand to another queue or to one counter';
grant execute on function api.ticket_transfer to banshi_clerk;
