-- SPDX-License-Identifier: MIT
-- Take a number (norms 2.6, 5.2): for an item, whose queue is found, or for a queue. Kiosks and staff. When the centre is closed,
-- a lead may still admit somebody.
create function api.ticket_issue(opid uuid, queue bigint, item bigint, purpose text, priority text, proof text, phone text)
    returns setof api.ticket
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'ticket_issue');
    v_day date;
    v_item banshi.item;
    v_queue banshi.queue;
    v_priority banshi.priority;
    v_proof text;
    v_phone text;
    v_n int;
    v_at timestamptz;
    v_closed timestamptz; -- the day is over
    v_from timestamptz; -- numbers are given later
begin
    if v_id is null then
        if ticket_issue.item is not null then
            select * into v_item from banshi.item as i where i.centre = v_me.centre and i.id = ticket_issue.item;
            if not found then
                raise exception using errcode = 'BS003', message = 'item · ' || ticket_issue.item;
            end if;
            if not v_item.active then
                raise exception using errcode = 'BS004', message = v_item.name || ' · not in force';
            end if;
        end if;
        select * into v_queue
        from banshi.queue as q
        where q.centre = v_me.centre
          and q.id = coalesce(ticket_issue.queue, v_item.queue);
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'queue', ticket_issue.queue);
        end if;
        if not rule.is_word('ticket_purpose', coalesce(ticket_issue.purpose, 'case')) then
            raise exception using errcode = 'BS001', message = 'purpose · ' || ticket_issue.purpose;
        end if;
        select * into v_priority
        from banshi.priority as p
        where p.centre = v_me.centre
          and p.code = coalesce(ticket_issue.priority, 'ordinary');
        if not found then
            raise exception using errcode = 'BS001', message = 'priority · ' || ticket_issue.priority;
        end if;
        v_proof := rule.text_plain('proof', ticket_issue.proof, 100);
        if v_priority.code <> 'ordinary' and v_proof = '' then
            raise exception using errcode = 'BS015',
                message = concat_ws(' · ', v_priority.name, 'proof', nullif(v_priority.proof, ''));
        end if;
        v_phone := nullif(ticket_issue.phone, '');

        v_day := rule.today(v_me.centre);
        v_from := rule.hours_issue(v_me.centre, rule.now());
        if v_from is not null then
            perform rule.extension_due(v_me);
        end if;
        v_closed := rule.closed_at(v_me.centre, v_day, v_queue.department);
        if (v_closed is not null or v_from is not null) and not rule.at_least(v_me, 'lead') then
            raise exception using errcode = 'BS004', message = (
                select concat_ws(' · ', v_queue.name, 'closed', to_char(v_closed at time zone c.time_zone, 'HH24:MI'),
                                 case when v_from < 'infinity'
                                      then 'numbers from · ' || to_char(v_from at time zone c.time_zone, 'MM-DD HH24:MI')
                                 end)
                from banshi.centre as c
                where c.id = v_me.centre);
        end if;
        insert into banshi.ticket_number as n (centre, day, queue, last, at)
        values (v_me.centre, v_day, v_queue.id, 1, rule.now())
        on conflict on constraint ticket_number_pkey do update
        set last = n.last + 1,
            at = greatest(excluded.at, n.at + interval '1 microsecond')
        returning n.last, n.at into v_n, v_at;
        if v_n = 1 then
            perform rule.partition_ensure(v_day);
        end if;
        insert into banshi.ticket (centre, day, number, queue, purpose, priority, item, issued_at, sort_at)
        values (v_me.centre, v_day, v_queue.code || case when v_n < 1000 then lpad(v_n::text, 3, '0') else v_n::text end,
                v_queue.id, coalesce(ticket_issue.purpose, 'case'), v_priority.code, v_item.id, v_at,
                v_at - v_priority.head_start)
        returning id into v_id;
        if v_phone is not null or v_proof <> '' then
            begin
                insert into banshi.ticket_private (centre, day, ticket, phone, proof)
                values (v_me.centre, v_day, v_id, v_phone, v_proof);
            exception when check_violation then
                raise exception using errcode = 'BS013', message = 'phone';
            end;
        end if;
        perform rule.record(v_me, null, 'ticket', v_id, 'issued');
        if v_closed is not null then
            insert into banshi.extension (centre, day, ticket, reason, started_at)
            values (v_me.centre, v_day, v_id, 'admitted after closing', rule.now());
            perform rule.changed(v_me.centre, 'extension', v_id, v_queue.id, p_department => v_queue.department);
        end if;
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'ticket', v_id, v_queue.id, p_state => 'waiting');
    end if;
    return query select * from rule.ticket_answer(v_me, v_id);
end
$$;
comment on function api.ticket_issue is
    'Take a number; answers with what the slip tells: number, people ahead, counters, estimate';
grant execute on function api.ticket_issue to banshi_clerk, banshi_kiosk;
