-- SPDX-License-Identifier: MIT
-- What an act on the number in hand begins with: who acts, the number, locked with the counter, and the operation id taken. When
-- the act was done before (again), the ticket is only its id.
--
-- What clerks do all day, so the usual case takes two statements; what is the matter otherwise is left to others to say.
create function rule.ticket_act(p_opid uuid, p_procedure text, p_states text[],
                                out me rule.actor, out ticket banshi.ticket, out at timestamptz, out again boolean)
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v record;
    v_id bigint;
begin
    at := rule.now();
    select row(s.centre, s.id, s.login, s.name, s.department, s.role, s.party_member)::rule.actor as me, t as ticket
    into v
    from banshi.staff as s
    join banshi.centre as z on z.id = s.centre
    join banshi.counter as c on c.centre = s.centre and c.staff = s.id
    join banshi.ticket as t on t.centre = c.centre and t.day = (at at time zone z.time_zone)::date and t.counter = c.id
         and t.state in ('called', 'serving')
    where s.login = session_user
      and s.active
    for no key update of t
    for key share of c;
    if found and (v.ticket).state = any (p_states) and p_opid is not null then
        me := v.me;
        ticket := v.ticket;
        insert into banshi.operation (centre, id, procedure, staff, result, at)
        values (me.centre, p_opid, p_procedure, me.id, ticket.id, at)
        on conflict do nothing;
        if found then
            again := false;
            return;
        end if;
    end if;
    me := rule.me();
    v_id := rule.operation_begin(me, p_opid, p_procedure);
    again := v_id is not null;
    if again then
        ticket := null;
        ticket.id := v_id;
    else
        ticket := rule.ticket_in_hand(me, (rule.counter_mine(me)).id, p_states);
        perform rule.operation_end(me, p_opid, ticket.id);
    end if;
end
$$;
comment on function rule.ticket_act is 'Begin an act on the number in hand: who acts, and the number, locked';
