-- SPDX-License-Identifier: MIT
-- Append an event. What happened is in codes and data (p_detail); what somebody said about it, which may name people, is a note
-- beside it: events are collected and kept, notes are not.
create function rule.record(p_me rule.actor, p_counter bigint, p_concept text, p_subject bigint, p_kind text,
                            p_detail text default '', p_note text default '', p_day date default null) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := coalesce(p_day, rule.today(p_me.centre));
    v_id bigint;
begin
    insert into banshi.event (centre, day, at, concept, subject, kind, staff, counter, detail)
    values (p_me.centre, v_day, rule.now(), p_concept, p_subject, p_kind, p_me.id, p_counter, coalesce(p_detail, ''))
    returning id into v_id;
    if p_note <> '' then
        insert into banshi.event_note (centre, day, event, concept, text)
        values (p_me.centre, v_day, v_id, p_concept, p_note);
    end if;
end
$$;
comment on function rule.record is 'Append an event, with what was said about it';
