-- SPDX-License-Identifier: MIT
-- Does the day close by the clock? Asked by terminals when a session ends, or by a timer. Answers with what goes on.
create function api.extension_sweep(opid uuid) returns setof api.extension
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
begin
    if rule.operation_begin(v_me, opid, 'extension_sweep') is null then
        perform rule.extension_due(v_me);
        perform rule.operation_end(v_me, opid, v_me.centre);
    end if;
    return query
    select * from api.extension as x where x.day = rule.today(v_me.centre) and x.ended_at is null order by x.started_at, x.id;
end
$$;
comment on function api.extension_sweep is 'Close the centre when its last session of today is over';
grant execute on function api.extension_sweep to banshi_clerk;
