-- SPDX-License-Identifier: MIT
-- A lead or supervisor puts down what was done about an incident, and closes it when that was all.
create function api.incident_follow(opid uuid, incident bigint, note text, close boolean) returns setof api.incident
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'incident_follow');
    v_note text;
    v_counter bigint;
begin
    if v_id is null then
        v_note := rule.text_plain('note', incident_follow.note, 200);
        if v_note = '' then
            raise exception using errcode = 'BS015', message = 'incident';
        end if;
        select i.counter into v_counter
        from banshi.incident as i
        where i.centre = v_me.centre
          and i.id = incident_follow.incident;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'incident', incident_follow.incident);
        end if;
        perform rule.floor_counter(v_me, v_counter);
        update banshi.incident as i
        set followed_by = v_me.id,
            followed_at = rule.now(),
            follow_up = v_note,
            closed_at = case when incident_follow.close then rule.now() end
        where i.centre = v_me.centre
          and i.id = incident_follow.incident
          and i.closed_at is null
        returning i.id into v_id;
        if not found then
            raise exception using errcode = 'BS004', message = 'incident · closed';
        end if;
        perform rule.record(v_me, v_counter, 'incident', v_id, case when incident_follow.close then 'closed' else 'followed' end,
                            '', v_note);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'incident', v_id, p_counter => v_counter,
                             p_state => case when incident_follow.close then 'closed' else 'followed' end);
    end if;
    return query select * from api.incident as i where i.id = v_id;
end
$$;
comment on function api.incident_follow is 'Put down what was done about an incident, and close it';
grant execute on function api.incident_follow to banshi_lead;
