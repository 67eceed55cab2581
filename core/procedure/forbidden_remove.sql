-- SPDX-License-Identifier: MIT
-- Take a wording off the forbidden list.
create function api.forbidden_remove(opid uuid, id bigint) returns setof api.forbidden
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_done bigint := rule.operation_begin(v_me, opid, 'forbidden_remove');
    v_text text;
begin
    if v_done is null then
        delete from banshi.forbidden as f
        where f.centre = v_me.centre
          and f.id = forbidden_remove.id
        returning f.text into v_text;
        if not found then
            raise exception using errcode = 'BS003', message = forbidden_remove.id::text;
        end if;
        perform rule.record(v_me, null, 'forbidden', forbidden_remove.id, 'removed', '', v_text);
        perform rule.operation_end(v_me, opid, forbidden_remove.id);
        perform rule.changed(v_me.centre, 'phrase');
    end if;
    return query select * from api.forbidden as f where false;
end
$$;
comment on function api.forbidden_remove is 'Take a wording off the forbidden list';
grant execute on function api.forbidden_remove to banshi_supervisor;
