-- SPDX-License-Identifier: MIT
-- A request by id, locked, in a state.
create function rule.extension_request_find(p_me rule.actor, p_id bigint, p_state text)
    returns banshi.extension_request
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.extension_request;
begin
    select * into v
    from banshi.extension_request as r
    where r.centre = p_me.centre
      and r.id = p_id
    for update;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'request', p_id);
    end if;
    if v.state <> p_state then
        raise exception using errcode = 'BS004', message = 'request · ' || v.state;
    end if;
    return v;
end
$$;
comment on function rule.extension_request_find is 'A request by id, locked; refused unless it is in the state';
