-- SPDX-License-Identifier: MIT
-- Settings of the centre. The owner of the schema makes the centre by its first call, and is its first administrator.
create function api.centre_set(opid uuid, settings jsonb) returns setof api.centre
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v banshi.centre;
    v_key text;
begin
    if jsonb_typeof(settings) is distinct from 'object' then
        raise exception using errcode = 'BS001', message = 'settings';
    end if;
    for v_key in select k from jsonb_object_keys(settings) as k loop
        if v_key not in ('number', 'name', 'organ', 'organ_short', 'region', 'time_zone', 'phone', 'address', 'review_body',
                         'court',
                         'number_pattern', 'recall_limit', 'supplement_days', 'restore_policy', 'restore_after',
                         'idle_minutes', 'wait_warn', 'wait_limit', 'form_limit', 'issue_policy', 'issue_early')
           or settings -> v_key = 'null' then
            raise exception using errcode = 'BS001', message = 'settings · ' || v_key;
        end if;
    end loop;

    if v_me.id is null and pg_has_role(session_user, 'banshi_owner', 'member') then
        v_me := rule.centre_adopt(settings);
    end if;
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'centre · ' || session_user;
    end if;
    if rule.operation_begin(v_me, opid, 'centre_set') is null then
        select * into strict v from banshi.centre where id = v_me.centre for update;
        begin
            v := jsonb_populate_record(v, settings);
            perform now() at time zone v.time_zone;
            if position('{n}' in v.number_pattern) = 0 then
                raise exception using errcode = 'BS001', message = 'settings · number_pattern';
            end if;
            update banshi.centre
            set (name, organ, organ_short, region, time_zone, phone, address, review_body, court, number_pattern,
                 recall_limit, supplement_days, restore_policy, restore_after, idle_minutes, wait_warn, wait_limit,
                 form_limit, issue_policy, issue_early)
                = (v.name, v.organ, v.organ_short, v.region, v.time_zone, v.phone, v.address, v.review_body, v.court,
                   v.number_pattern, v.recall_limit, v.supplement_days, v.restore_policy, v.restore_after,
                   v.idle_minutes, v.wait_warn, v.wait_limit, v.form_limit, v.issue_policy, v.issue_early)
            where id = v.id;
        exception
            when check_violation or invalid_parameter_value or invalid_text_representation
                or numeric_value_out_of_range then
                raise exception using errcode = 'BS001', message = 'settings · ' || sqlerrm;
            when unique_violation then
                raise exception using errcode = 'BS017', message = v.name;
        end;
        perform rule.record(v_me, null, 'centre', v.id, 'set',
                            (select string_agg(k, ' ' order by k) from jsonb_object_keys(settings) as k));
        perform rule.operation_end(v_me, opid, v.id);
        perform rule.changed(v.id, 'centre', v.id);
    end if;
    return query select * from api.centre where id = v_me.centre;
end
$$;
comment on function api.centre_set is 'Set what the object names; makes the centre when there is none';
grant execute on function api.centre_set to banshi_admin;
