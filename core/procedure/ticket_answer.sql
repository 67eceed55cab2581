-- SPDX-License-Identifier: MIT
-- What a write of tickets answers with: the ticket by id, of today, or of yesterday when a repetition crosses midnight.
create or replace function banshi.ticket_answer(p_me banshi.staff, p_id bigint) returns setof api.ticket
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := banshi.today(p_me.centre);
begin
    return query select * from api.ticket as t where t.day = v_day and t.id = p_id;
    if not found then
        return query select * from api.ticket as t where t.day = v_day - 1 and t.id = p_id;
    end if;
end
$$;
comment on function banshi.ticket_answer(banshi.staff, bigint) is 'The ticket that a write answers with';
revoke execute on function banshi.ticket_answer(banshi.staff, bigint) from public;
