-- SPDX-License-Identifier: MIT
-- The comprehensive counter, a lead or a supervisor asks a counter or a department to stay, or to take a visit over (norm 7.2).
create function api.extension_ask(opid uuid, counter bigint, department bigint, ticket bigint, reason text)
    returns setof api.extension_request
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'extension_ask');
    v_mine banshi.counter;
    v_ticket banshi.ticket;
    v_reason text;
begin
    if v_id is null then
        select * into v_mine from banshi.counter as c where c.centre = v_me.centre and c.staff = v_me.id;
        if not rule.at_least(v_me, 'lead') and v_mine.comprehensive is not true then
            raise exception using errcode = 'BS002', message = 'only a comprehensive counter or a lead asks';
        end if;
        v_reason := rule.text_plain('reason', extension_ask.reason, 100);
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'extension';
        end if;
        if num_nonnulls(extension_ask.counter, extension_ask.department) <> 1 then
            raise exception using errcode = 'BS001', message = 'counter · department';
        end if;
        if extension_ask.counter is not null
           and not exists (select from banshi.counter as c where c.centre = v_me.centre and c.id = extension_ask.counter) then
            raise exception using errcode = 'BS003', message = 'counter · ' || extension_ask.counter;
        end if;
        if extension_ask.department is not null
           and not exists (select from banshi.department as d where d.centre = v_me.centre and d.id = extension_ask.department) then
            raise exception using errcode = 'BS003', message = 'department · ' || extension_ask.department;
        end if;
        if extension_ask.ticket is not null then
            v_ticket := rule.ticket_find(v_me, extension_ask.ticket, array['waiting', 'called', 'serving', 'held']);
        end if;
        insert into banshi.extension_request (centre, day, kind, ticket, asker, asker_counter, counter, department, reason,
                                              asked_at)
        values (v_me.centre, rule.today(v_me.centre), case when v_ticket.id is null then 'stay' else 'take' end, v_ticket.id,
                v_me.id, v_mine.id, extension_ask.counter, extension_ask.department, v_reason, rule.now())
        returning id into v_id;
        perform rule.record(v_me, v_mine.id, 'extension_request', v_id, 'asked', '', v_reason);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'extension', v_ticket.id, 0, extension_ask.counter, extension_ask.department, 'asked');
    end if;
    return query select * from api.extension_request as r where r.id = v_id;
end
$$;
comment on function api.extension_ask is 'Ask a counter or a department to stay, or to take a visit over';
grant execute on function api.extension_ask to banshi_clerk;
