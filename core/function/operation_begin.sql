-- SPDX-License-Identifier: MIT
create function rule.operation_begin(p_me rule.actor, p_opid uuid, p_procedure text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.operation;
begin
    if p_me.id is null then
        raise exception using errcode = 'BS002', message = 'staff · ' || session_user;
    end if;
    if p_opid is null then
        raise exception using errcode = 'BS001', message = 'opid';
    end if;
    insert into banshi.operation (centre, id, procedure, staff) values (p_me.centre, p_opid, p_procedure, p_me.id)
    on conflict do nothing;
    if found then
        return null;
    end if;
    select * into strict v from banshi.operation where centre = p_me.centre and id = p_opid;
    if v.procedure <> p_procedure or v.staff <> p_me.id then
        raise exception using errcode = 'BS020', message = p_opid || ' · ' || v.procedure;
    end if;
    return v.result;
end
$$;
comment on function rule.operation_begin is
    'Claim an operation id: null the first time, else the stored result of the operation that used it';
