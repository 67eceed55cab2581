-- SPDX-License-Identifier: MIT
-- Today's ticket by id, locked.
create function rule.ticket_find(p_me rule.actor, p_id bigint, p_states text[]) returns banshi.ticket
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.ticket;
begin
    select * into v
    from banshi.ticket as t
    where t.centre = p_me.centre
      and t.day = rule.today(p_me.centre)
      and t.id = p_id
    for update;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'ticket', p_id);
    end if;
    if v.state <> all (p_states) then
        raise exception using errcode = 'BS004', message = v.number || ' · ' || v.state;
    end if;
    return v;
end
$$;
comment on function rule.ticket_find is 'Today''s ticket by id, locked; refused unless it is in one of the states';
