-- SPDX-License-Identifier: MIT
-- A lead or supervisor sends a short message to a counter, to all counters of a zone, or to all (both null) that they watch
-- over. Only counters where somebody is get it.
create function api.message_send(opid uuid, counter bigint, zone text, text text) returns setof api.message
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_text text;
    v_counter banshi.counter;
    v_last bigint;
begin
    if rule.operation_begin(v_me, opid, 'message_send') is null then
        v_text := rule.text_plain('text', message_send.text, 80);
        if v_text = '' then
            raise exception using errcode = 'BS001', message = 'text';
        end if;
        if message_send.counter is not null then
            v_counter := rule.floor_counter(v_me, message_send.counter);
            if v_counter.staff is null then
                raise exception using errcode = 'BS006', message = 'counter · closed';
            end if;
            v_last := rule.message_write(v_me, opid, v_counter, v_text);
        else
            for v_counter in
                select c.*
                from banshi.counter as c
                where c.centre = v_me.centre
                  and c.staff is not null
                  and c.staff <> v_me.id
                  and (message_send.zone is null or c.zone = message_send.zone)
                  and rule.oversees(v_me, c.department)
                order by c.position, c.id
            loop
                v_last := rule.message_write(v_me, opid, v_counter, v_text);
            end loop;
            if v_last is null then
                raise exception using errcode = 'BS003', message = concat_ws(' · ', 'counter', message_send.zone);
            end if;
        end if;
        perform rule.operation_end(v_me, opid, v_last);
    end if;
    return query
    select m.*
    from api.message as m
    where m.batch = opid
      and m.day = (select b.day from banshi.message as b where b.centre = v_me.centre and b.id = (
                       select o.result from banshi.operation as o where o.centre = v_me.centre and o.id = opid))
    order by m.id;
end
$$;
comment on function api.message_send is 'Send a short message to a counter, a zone or all';
grant execute on function api.message_send to banshi_lead;
