-- SPDX-License-Identifier: MIT
-- Put down a message to who is at a counter, and tell the terminals.
create or replace function banshi.message_write(p_me banshi.staff, p_batch uuid, p_counter banshi.counter, p_text text)
    returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into banshi.message (centre, day, batch, sender, counter, staff, text, sent_at)
    values (p_me.centre, banshi.today(p_me.centre), p_batch, p_me.id, p_counter.id, p_counter.staff, p_text, banshi.now())
    returning id into v_id;
    perform banshi.record(p_me, p_counter.id, 'message', v_id, 'sent');
    perform banshi.changed(p_me.centre, 'message');
    return v_id;
end
$$;
comment on function banshi.message_write(banshi.staff, uuid, banshi.counter, text) is 'Put down a message to who is at a counter';
revoke execute on function banshi.message_write(banshi.staff, uuid, banshi.counter, text) from public;
