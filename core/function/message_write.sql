-- SPDX-License-Identifier: MIT
-- Put down a message to who is at a counter, and tell the terminals.
create function rule.message_write(p_me rule.actor, p_batch uuid, p_counter banshi.counter, p_text text)
    returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    insert into banshi.message (centre, day, batch, sender, counter, staff, text, sent_at)
    values (p_me.centre, rule.today(p_me.centre), p_batch, p_me.id, p_counter.id, p_counter.staff, p_text, rule.now())
    returning id into v_id;
    perform rule.record(p_me, p_counter.id, 'message', v_id, 'sent');
    perform rule.changed(p_me.centre, 'message', v_id, p_counter => p_counter.id, p_state => 'sent');
    return v_id;
end
$$;
comment on function rule.message_write is 'Put down a message to who is at a counter';
