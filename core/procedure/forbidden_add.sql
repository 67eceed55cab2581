-- SPDX-License-Identifier: MIT
-- Add a forbidden wording, or change what is said about it.
create function api.forbidden_add(opid uuid, text text, why text, instead text) returns setof api.forbidden
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'forbidden_add');
    v_text text := banshi.text_plain('text', forbidden_add.text, 50);
begin
    if v_id is null then
        if v_text = '' then
            raise exception using errcode = 'BS001', message = 'text';
        end if;
        insert into banshi.forbidden as f (centre, text, why, instead)
        values (v_me.centre, v_text,
                banshi.text_plain('why', forbidden_add.why, 100), banshi.text_plain('instead', forbidden_add.instead, 100))
        on conflict on constraint forbidden_text_key do update set why = excluded.why, instead = excluded.instead
        returning f.id into v_id;
        perform banshi.record(v_me, null, 'forbidden', v_id, 'added', v_text);
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'phrase');
    end if;
    return query select * from api.forbidden as f where f.id = v_id;
end
$$;
comment on function api.forbidden_add(uuid, text, text, text) is 'Add a forbidden wording';
revoke execute on function api.forbidden_add(uuid, text, text, text) from public;
grant execute on function api.forbidden_add(uuid, text, text, text) to banshi_supervisor;
