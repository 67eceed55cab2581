-- SPDX-License-Identifier: MIT
-- Accept or refuse what was asked. Who accepts a visit gets it: it waits for the accepting counter alone, in its place, unless the
-- person is still at another counter than the one that asked. A refusal needs its reason.
create function api.extension_answer(opid uuid, request bigint, accept boolean, answer text) returns setof api.extension_request
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'extension_answer');
    v_request banshi.extension_request;
    v_ticket banshi.ticket;
    v_counter bigint;
    v_answer text;
begin
    if v_id is null then
        v_request := rule.extension_request_find(v_me, extension_answer.request, 'asked');
        v_id := v_request.id;
        if not rule.extension_asked(v_request) then
            raise exception using errcode = 'BS002', message = 'asked of somebody else';
        end if;
        v_answer := rule.text_plain('answer', extension_answer.answer, 100);
        if accept is not true and v_answer = '' then
            raise exception using errcode = 'BS015', message = 'declined';
        end if;
        if accept then
            v_counter := coalesce(rule.my_counter(), v_request.counter);
        end if;
        if accept and v_request.ticket is not null then
            if v_counter is null then
                raise exception using errcode = 'BS006', message = 'not signed on';
            end if;
            v_ticket := rule.ticket_find(v_me, v_request.ticket, array['waiting', 'called', 'serving', 'held']);
            if v_ticket.state <> 'waiting' and v_ticket.counter is distinct from v_request.asker_counter
               and v_ticket.counter <> v_counter then
                raise exception using errcode = 'BS004', message = v_ticket.number || ' · ' || v_ticket.state;
            end if;
            if v_ticket.counter is distinct from v_counter then
                v_ticket := rule.ticket_wait(v_ticket, v_ticket.queue, v_counter, v_ticket.sort_at);
                perform rule.ticket_acted(v_me, v_counter, v_ticket, 'transferred',
                                          (select l.label || ' · keep' from api.counter_label as l
                                           where l.centre = v_me.centre and l.counter = v_counter));
            end if;
        end if;
        update banshi.extension_request as r
        set state = case when accept then 'agreed' else 'declined' end,
            answerer = v_me.id,
            answer_counter = v_counter,
            answer = v_answer,
            answered_at = rule.now()
        where r.centre = v_me.centre
          and r.id = v_id;
        perform rule.record(v_me, rule.my_counter(), 'extension_request', v_id,
                            case when accept then 'agreed' else 'declined' end, '', v_answer);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'extension', v_request.ticket, 0, v_request.counter, v_request.department,
                             case when accept then 'agreed' else 'declined' end);
    end if;
    return query select * from api.extension_request as r where r.id = v_id;
end
$$;
comment on function api.extension_answer is 'Accept or refuse to stay, or to take a visit over';
grant execute on function api.extension_answer to banshi_clerk;
