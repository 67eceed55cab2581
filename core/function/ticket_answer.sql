-- SPDX-License-Identifier: MIT
-- What a write of tickets answers with: the ticket by id, of today, or of yesterday when a repetition crosses midnight.
-- after: views
create function rule.ticket_answer(p_me rule.actor, p_id bigint, p_day date default null) returns setof api.ticket
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := coalesce(p_day, rule.today(p_me.centre));
begin
    return query select * from api.ticket as t where t.day = v_day and t.id = p_id;
    if not found then
        return query select * from api.ticket as t where t.day = v_day - 1 and t.id = p_id;
    end if;
end
$$;
comment on function rule.ticket_answer is 'The ticket that a write answers with';
