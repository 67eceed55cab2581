-- SPDX-License-Identifier: MIT
-- Add a forbidden wording, or change what is said about it.
create function api.forbidden_add(opid uuid, text text, why text, instead text) returns setof api.forbidden
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'forbidden_add');
    v_text text := rule.text_plain('text', forbidden_add.text, 50);
begin
    if v_id is null then
        if v_text = '' then
            raise exception using errcode = 'BS001', message = 'text';
        end if;
        insert into banshi.forbidden as f (centre, text, why, instead)
        values (v_me.centre, v_text,
                rule.text_plain('why', forbidden_add.why, 100), rule.text_plain('instead', forbidden_add.instead, 100))
        on conflict on constraint forbidden_text_key do update set why = excluded.why, instead = excluded.instead
        returning f.id into v_id;
        perform rule.record(v_me, null, 'forbidden', v_id, 'added', '', v_text);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'phrase');
    end if;
    return query select * from api.forbidden as f where f.id = v_id;
end
$$;
comment on function api.forbidden_add is 'Add a forbidden wording';
grant execute on function api.forbidden_add to banshi_supervisor;
