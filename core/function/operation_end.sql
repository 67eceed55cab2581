-- SPDX-License-Identifier: MIT
create function rule.operation_end(p_me rule.actor, p_opid uuid, p_result bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.operation set result = p_result where centre = p_me.centre and id = p_opid;
end
$$;
comment on function rule.operation_end is 'Store the result of an operation';
